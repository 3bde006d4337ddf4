using System.Net.Sockets;

// quiet members: a plain method sleeps
void Work() => Thread.Sleep(1);

// quiet members: a plain method waits for a task
int Work(Task<int> task) => task.Result;

// quiet members: a plain method locks and waits
private readonly object _gate = new();

void Work()
{
    lock (_gate)
    {
        Monitor.Wait(_gate);
    }
}

// quiet members: a plain method reads a file
string Work() => File.ReadAllText("a");

// quiet members: a plain property reads a file
string Text => File.ReadAllText("a");

// quiet members: a plain constructor
public Example() => Thread.Sleep(1);

// quiet members: a plain finalizer
~Example() => Thread.Sleep(1);

// quiet members: a plain operator
public static Example operator +(Example a, Example b)
{
    Thread.Sleep(1);
    return a;
}

// quiet members: plain methods call each other
void A() => B();

void B() => Thread.Sleep(1);

// quiet members: a thread's method
void Start() => new Thread(Work).Start();

void Work()
{
    while (true)
        Thread.Sleep(1);
}

// quiet members: a timer's method
private Timer? _timer;

void Start() => _timer = new Timer(Tick);

void Tick(object? state) => Thread.Sleep(1);

// quiet members: an async method reads a file
async Task<string> Work() => await File.ReadAllTextAsync("a");

// quiet members: an async method sleeps, which is for others to say
async Task Work()
{
    await Task.Delay(1);
    Thread.Sleep(1);
}

// quiet members: a plain iterator
IEnumerable<int> Items()
{
    Thread.Sleep(1);
    yield return 1;
}

// quiet members: a plain lambda
Action Make() => () => Thread.Sleep(1);

// quiet members: a plain list of lambdas
void Work(List<int> list) => list.ForEach(n => Thread.Sleep(n));

// quiet members: a plain local function
void Work()
{
    Step();

    static void Step() => Thread.Sleep(1);
}

// quiet members: a plain filter
void Work()
{
    try
    {
        Console.WriteLine();
    }
    catch (IOException) when (File.Exists("a"))
    {
    }
}

// quiet members: plain unsafe code
unsafe void Work(byte* bytes, Stream stream) => stream.Write(new ReadOnlySpan<byte>(bytes, 1));

// quiet members: a plain reference
void Work(int[] numbers)
{
    ref int first = ref numbers[0];
    Thread.Sleep(1);
    first = 1;
}

// quiet members: a plain server
void Serve(TcpListener listener)
{
    using TcpClient client = listener.AcceptTcpClient();
    client.GetStream().WriteByte(1);
}

// quiet members: a plain struct
struct Counter
{
    private int _count;

    public void Increment()
    {
        Thread.Sleep(1);
        _count++;
    }
}

// quiet members: a plain interface
interface ISource
{
    int Read();
}

// quiet members: a plain generic class
class Box<T>
{
    public T Take(System.Collections.Concurrent.BlockingCollection<T> queue) => queue.Take();
}

// quiet members: a plain query
IEnumerable<string> Texts(List<string> paths) => from path in paths select File.ReadAllText(path);

// quiet members: a plain event
event Action? Changed;

void Raise() => Changed?.Invoke();

// quiet members: a program of its own that runs a coroutine
void Main() => Co.Run(Work);

[Coroutine]
static void Work() => Console.WriteLine();

// quiet members: a coroutine that computes, from plain code
int Start() => Count(3);

[Coroutine]
int Count(int n) => n == 0 ? 0 : 1 + [|Count|](n - 1);
