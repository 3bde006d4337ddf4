// flag members: one call down
[Coroutine]
void Work() => {|CG1005:Step|}();

void Step() => Thread.Sleep(1);

// flag members: two calls down
[Coroutine]
void Work() => {|CG1005:Step|}();

void Step() => Rest();

void Rest() => Thread.Sleep(1);

// flag members: five calls down
[Coroutine]
void Work() => {|CG1005:A|}();

void A() => B();

void B() => C();

void C() => D();

void D() => E();

void E() => Thread.Sleep(1);

// flag members: a static method of another type
[Coroutine]
void Work() => Storage.{|CG1005:Save|}("a");

static class Storage
{
    public static void Save(string path) => File.WriteAllText(path, "");
}

// flag members: an instance method of another type
[Coroutine]
void Work(Storage storage) => storage.{|CG1005:Save|}();

class Storage
{
    public void Save() => File.WriteAllText("a", "");
}

// flag file: an extension
partial class Worker
{
    [Coroutine]
    void Work(string path) => path.{|CG1005:Save|}();
}

static class Extensions
{
    public static void Save(this string path) => File.WriteAllText(path, "");
}

// flag members: a property
[Coroutine]
string Work() => {|CG1005:Text|};

string Text => File.ReadAllText("a");

// flag members: a constructor
[Coroutine]
void Work() => _ = {|CG1005:new Client()|};

class Client
{
    public Client() => Thread.Sleep(1);
}

// flag members: after the blocking call stands a harmless one
[Coroutine]
void Work() => {|CG1005:Step|}();

void Step()
{
    Console.WriteLine("waits");
    Task.Delay(1).Wait();
    Console.WriteLine("has waited");
}

// flag members: two that call each other, and one blocks
[Coroutine]
void Work() => {|CG1005:Even|}(4);

void Even(int n)
{
    if (n > 0)
        Odd(n - 1);
}

void Odd(int n)
{
    Thread.Sleep(1);
    Even(n - 1);
}

// flag members: itself, and blocks
[Coroutine]
void Work() => {|CG1005:Count|}(3);

void Count(int n)
{
    if (n == 0)
        return;
    Thread.Sleep(1);
    Count(n - 1);
}

// flag members: a generic method
[Coroutine]
int Work(Task<int> task) => {|CG1005:Get|}(task);

T Get<T>(Task<T> task) => task.Result;

// flag members: in an argument
[Coroutine]
void Work() => Console.WriteLine({|CG1005:Load|}());

string Load() => File.ReadAllText("a");

// flag members: in a condition
[Coroutine]
void Work()
{
    while ({|CG1005:Wait|}())
        Console.WriteLine("waits");
}

bool Wait()
{
    Thread.Sleep(1);
    return false;
}

// flag members: in an initializer
[Coroutine]
void Work()
{
    int[] numbers = [{|CG1005:Read|}(), {|CG1005:Read|}()];
    Console.WriteLine(numbers);
}

int Read() => Task.FromResult(1).Result;

// flag members: in a finally
[Coroutine]
void Work()
{
    try
    {
        Console.WriteLine();
    }
    finally
    {
        {|CG1005:Close|}();
    }
}

void Close() => Thread.Sleep(1);

// flag members: in a switch
[Coroutine]
string Work(int n) => n switch
{
    0 => "",
    _ => {|CG1005:Load|}(),
};

string Load() => File.ReadAllText("a");

// flag members: in a hole of a string
[Coroutine]
string Work() => $"text: {{|CG1005:Load|}()}";

string Load() => File.ReadAllText("a");

// flag members: in a local function of the coroutine
[Coroutine]
void Work()
{
    Inner();

    void Inner() => {|CG1005:Step|}();
}

void Step() => Thread.Sleep(1);

// flag members: in a lambda of LINQ
[Coroutine]
List<string> Work(List<string> paths) => paths.Select(path => {|CG1005:Load|}(path)).ToList();

string Load(string path) => File.ReadAllText(path);

// flag members: by way of the base
class Base
{
    protected void Save() => Thread.Sleep(1);
}

partial class Derived : Base
{
    [Coroutine]
    void Work() => {|CG1005:Save|}();
}

// flag members: a method that cannot be tagged, for it returns by reference
private int _count;

[Coroutine]
void Work() => {|CG1005:Next|}() = 1;

ref int Next()
{
    Thread.Sleep(1);
    return ref _count;
}

// flag members: reads a stream
[Coroutine]
int Work(Stream stream) => {|CG1005:Parse|}(stream);

static int Parse(Stream stream)
{
    byte[] bytes = new byte[4];
    stream.ReadExactly(bytes);
    return bytes[0];
}

// flag members: takes a lock
private readonly Lock _gate = new();

[Coroutine]
void Work() => {|CG1005:Enter|}();

void Enter() => _gate.Enter();

// flag members: waits for a semaphore
private readonly SemaphoreSlim _gate = new(1);

[Coroutine]
void Work() => {|CG1005:Enter|}();

void Enter() => _gate.Wait();

// flag members: waits for a thread
[Coroutine]
void Work(Thread thread) => {|CG1005:End|}(thread);

static void End(Thread thread) => thread.Join();

// flag members: a member of a generic type
[Coroutine]
void Work(Box<int> box) => box.{|CG1005:Get|}();

class Box<T>
{
    public void Get() => Thread.Sleep(1);
}

// flag members: another part of a partial type
[Coroutine]
void Work() => {|CG1005:Step|}();

partial void Step();

partial void Step() => Thread.Sleep(1);

// flag members: a tagged property calls it
[Coroutine]
int Count => {|CG1005:Read|}();

int Read() => Task.FromResult(1).Result;

// flag members: a record's method
[Coroutine]
void Work(Order order) => order.{|CG1005:Save|}();

record Order(int Number)
{
    public void Save() => File.WriteAllText("order", Number.ToString());
}

// swap members: it is tagged
[Coroutine]
void Work() => [|Step|]();

[Coroutine]
void Step() => Thread.[|Sleep|](1);

// quiet members: it does not block
[Coroutine]
void Work() => Step();

void Step() => Console.WriteLine();

// quiet members: it begins a task
[Coroutine]
void Work() => Step();

void Step() => Task.Run(static () => Thread.Sleep(1));

// quiet members: it starts a thread
[Coroutine]
void Work() => Step();

void Step() => new Thread(static () => Thread.Sleep(1)).Start();

// quiet members: it only tries
private readonly SemaphoreSlim _gate = new(1);

[Coroutine]
bool Work() => Step();

bool Step() => _gate.Wait(0);

// quiet members: it only tries a lock
private readonly object _gate = new();

[Coroutine]
bool Work() => Step();

bool Step() => Monitor.TryEnter(_gate);

// flag members: it asks whether the thread holds a lock, which is the fiber's
private readonly object _gate = new();

[Coroutine]
bool Work() => {|CG1005:Step|}();

bool Step() => Monitor.IsEntered(_gate);

// flag members: it leaves a lock as if it were the thread's
private readonly ReaderWriterLockSlim _gate = new();

[Coroutine]
void Work() => {|CG1005:Step|}();

void Step() => _gate.ExitReadLock();

// quiet members: it takes an item that is there
private readonly System.Collections.Concurrent.BlockingCollection<int> _queue = [];

[Coroutine]
bool Work() => Step();

bool Step() => _queue.TryTake(out int n);

// flag members: it wakes those who wait, as if the lock were the thread's
private readonly object _gate = new();

[Coroutine]
void Work()
{
    [|lock|] (_gate)
        {|CG1005:Step|}();
}

void Step() => Monitor.PulseAll(_gate);

// quiet members: it locks for a moment
private readonly object _gate = new();
private int _count;

[Coroutine]
void Work() => Step();

void Step()
{
    lock (_gate)
        _count++;
}

// quiet members: it works in memory
[Coroutine]
byte[] Work() => Step();

byte[] Step()
{
    MemoryStream stream = new();
    stream.Write([1, 2, 3], 0, 3);
    return stream.ToArray();
}

// quiet members: it works on a string
[Coroutine]
string Work() => Step();

string Step()
{
    StringWriter writer = new();
    writer.Write("text");
    return writer.ToString();
}

// quiet members: it is tagged, and switched off
[Coroutine]
void Work() => Step();

[Coroutine(IsEnabled = false)]
void Step() => Thread.Sleep(1);

// quiet members: a lambda in it is somebody else's
[Coroutine]
void Work() => Step();

Action Step() => () => Thread.Sleep(1);

// quiet members: nobody that is a coroutine calls it
void Plain() => Step();

void Step() => Thread.Sleep(1);

// quiet members: it calls itself, and does not block
[Coroutine]
void Work() => Count(3);

void Count(int n)
{
    if (n > 0)
        Count(n - 1);
}

// quiet members: it only names it
[Coroutine]
string Work() => nameof(Step);

void Step() => Thread.Sleep(1);

// quiet members: an async method that is begun
[Coroutine]
void Work() => _ = Step();

async Task Step() => await Task.Delay(1);

// quiet members: an iterator that nobody enumerates
[Coroutine]
void Work() => Console.WriteLine(Items());

IEnumerable<int> Items()
{
    yield return 1;
}

// quiet members: a worker's
[Coroutine]
void Work() => Task.Run(Step);

void Step() => Thread.Sleep(1);

// quiet members: a thread's
[Coroutine]
void Work() => new Thread(Step).Start();

void Step() => Thread.Sleep(1);

// quiet members: an auto-property
[Coroutine]
string Work() => Text;

string Text { get; set; } = "";

// quiet members: a constructor that only keeps
[Coroutine]
void Work() => _ = new Client("a");

class Client(string name)
{
    public string Name => name;
}
