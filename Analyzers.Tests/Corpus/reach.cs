using System.Diagnostics;
using System.Net.Sockets;
using System.Xml;

// flag members: text of a reader, by a helper
[Coroutine]
string Work(TextReader reader) => Line(reader);

static string Line(TextReader reader) => reader.ReadLine() ?? "";

// flag members: bytes of a socket, by a helper
[Coroutine]
int Work(Socket socket) => Fill(socket, new byte[8]);

static int Fill(Socket socket, byte[] buffer) => socket.Receive(buffer);

// flag members: a process, by a helper
[Coroutine]
void Work(Process process) => End(process);

static void End(Process process) => process.WaitForExit();

// flag members: an event, by a helper
[Coroutine]
void Work(ManualResetEventSlim ready) => Await(ready);

static void Await(ManualResetEventSlim ready) => ready.Wait();

// flag members: a handle, by a helper
[Coroutine]
void Work(AutoResetEvent signal) => Await(signal);

static void Await(AutoResetEvent signal) => signal.WaitOne();

// flag members: a count, by a helper
[Coroutine]
void Work(CountdownEvent countdown) => Await(countdown);

static void Await(CountdownEvent countdown) => countdown.Wait();

// flag members: a queue, by a helper
[Coroutine]
int Work(System.Collections.Concurrent.BlockingCollection<int> queue) => Next(queue);

static int Next(System.Collections.Concurrent.BlockingCollection<int> queue) => queue.Take();

// flag members: many tasks, by a helper
[Coroutine]
void Work(Task[] tasks) => Await(tasks);

static void Await(Task[] tasks) => Task.WaitAll(tasks);

// flag members: an awaiter, by a helper
[Coroutine]
int Work(ValueTask<int> task) => Await(task);

static int Await(ValueTask<int> task) => task.GetAwaiter().GetResult();

// flag members: a reader's lock, by a helper
private readonly ReaderWriterLockSlim _gate = new();

[Coroutine]
void Work() => Enter();

void Enter() => _gate.EnterReadLock();

// flag members: a monitor, by a helper
private readonly object _gate = new();

[Coroutine]
void Work() => Enter();

void Enter() => Monitor.Enter(_gate);

// flag members: a barrier, by a helper
[Coroutine]
void Work(Barrier barrier) => Meet(barrier);

static void Meet(Barrier barrier) => barrier.SignalAndWait();

// flag members: a document, by a helper
[Coroutine]
void Work(XmlDocument document, XmlReader reader) => Load(document, reader);

static void Load(XmlDocument document, XmlReader reader) => document.Load(reader);

// flag members: through two types
[Coroutine]
void Work(Outer outer) => outer.Save();

class Outer(Inner inner)
{
    public void Save() => inner.Save();
}

class Inner
{
    public void Save() => Thread.Sleep(1);
}

// flag members: only where it is true
[Coroutine]
void Work(bool slow) => Step(slow);

static void Step(bool slow)
{
    if (slow)
        Thread.Sleep(1);
}

// flag members: only in a handler
[Coroutine]
void Work() => Step();

static void Step()
{
    try
    {
        Console.WriteLine();
    }
    catch (IOException)
    {
        Thread.Sleep(1);
    }
}

// flag members: only in a loop
[Coroutine]
void Work(List<Task> tasks) => Step(tasks);

static void Step(List<Task> tasks)
{
    foreach (Task task in tasks)
        task.Wait();
}

// flag members: twice from one
[Coroutine]
void Work()
{
    Step();
    Step();
}

static void Step() => Thread.Sleep(1);

// flag members: two that block
[Coroutine]
void Work()
{
    A();
    B();
}

static void A() => Thread.Sleep(1);

static void B() => Task.Delay(1).Wait();

// flag members: one that is tagged, and one that is not
[Coroutine]
void Work()
{
    A();
    B();
}

[Coroutine]
static void A() => Thread.Sleep(1);

static void B() => Thread.Sleep(1);

// flag members: by default arguments
[Coroutine]
void Work() => Step();

static void Step(int time = 1) => Thread.Sleep(time);

// flag members: by a list of arguments
[Coroutine]
void Work() => Step(1, 2);

static void Step(params int[] times) => Thread.Sleep(times[0]);

// flag members: with an out argument
[Coroutine]
bool Work() => Step(out int n);

static bool Step(out int n)
{
    n = Task.FromResult(1).Result;
    return true;
}

// flag members: in a conditional chain
[Coroutine]
void Work(Storage? storage) => storage?.Save();

class Storage
{
    public void Save() => Thread.Sleep(1);
}

// flag members: in a coalescing expression
[Coroutine]
string Work(string? text) => text ?? Load();

static string Load() => Task.FromResult("a").Result;

// flag members: in a throw
[Coroutine]
void Work() => throw new InvalidOperationException(Load());

static string Load() => Task.FromResult("a").Result;

// flag members: in the header of a loop
[Coroutine]
void Work()
{
    for (int i = 0; i < Count(); i++)
        Console.WriteLine(i);
}

static int Count() => Task.FromResult(1).Result;

// flag members: in an iterator
[Coroutine]
IEnumerable<int> Work()
{
    Step();
    yield return 1;
}

static void Step() => Thread.Sleep(1);

// flag members: in an accessor
string Text
{
    [Coroutine]
    get => Load();
    set { }
}

static string Load() => Task.FromResult("a").Result;

// flag members: in an indexer
[Coroutine]
string this[int i] => Load(i);

static string Load(int i) => Task.FromResult($"{i}").Result;

// flag members: in an override
abstract class Base
{
    public abstract void Work();
}

partial class Derived : Base
{
    [Coroutine]
    public override void Work() => Step();

    private static void Step() => Thread.Sleep(1);
}

// flag (XmlReader reader): a reader's end, by hand
while (reader.Read())
    Console.WriteLine(reader.Name);

// flag (XmlWriter writer): a writer's flush after all
writer.WriteStartElement("a");
writer.WriteEndElement();
writer.Flush();

// flag (DirectoryInfo directory): a count of files
int count = directory.EnumerateFiles().Count();

// flag: a chain of files
string[] names = Directory.EnumerateFiles(".").Select(static file => Path.GetFileName(file)).ToArray();

// flag (IEnumerable<Task> tasks): all of what is counted
Task.WaitAll(tasks, CancellationToken.None);

// flag (MemoryStream memory, FileStream file): memory to a file
memory.WriteTo(file);

// flag (FileStream file, IAsyncResult result): the end of a read
int n = file.EndRead(result);

// flag (NetworkStream stream, IAsyncResult result): the end of a write
stream.EndWrite(result);

// flag (List<string> lines): a handler of a process
Process process = new();
process.Exited += (_, _) => Thread.Sleep(1);

// flag (List<int> list): a true for all
bool all = list.TrueForAll(n => Task.FromResult(n).Result > 0);

// flag (List<int> list): a conversion of all
List<string> texts = list.ConvertAll(n => File.ReadAllText($"{n}"));

// flag (int[] numbers): an index that is looked for
int index = Array.FindIndex(numbers, n => Task.FromResult(n).Result == 1);

// flag (List<int> list): an index of the last
int index = list.FindLastIndex(n => Task.FromResult(n).Result == 1);

// flag (List<int> list): exists
bool any = list.Exists(n => Task.FromResult(n).Result == 1);

// flag (List<int> list): removed where a task says so
list.RemoveAll(n => Task.FromResult(n).Result == 1);

// flag (int[] numbers): ordered by a task
Array.Sort(numbers, (a, b) => Task.FromResult(a).Result - b);

// flag (Stream stream): a lambda that somebody else keeps
AppDomain.CurrentDomain.ProcessExit += (_, _) => stream.Flush();

// flag members: a lambda to a constructor
class Job(Action work)
{
    public void Run() => work();
}

[Coroutine]
void Work(Task task) => new Job(() => task.Wait()).Run();

// flag members: a lambda in a property
Action? Later { get; set; }

[Coroutine]
void Work(Task task) => Later = () => task.Wait();

// flag members: a lambda in a list of a field
private readonly List<Action> _later = [];

[Coroutine]
void Work(Task task) => _later.Add(() => task.Wait());

// flag members: a method of the framework in a field, made by a coroutine
private Action? _later;

[Coroutine]
void Work(Task task) => _later = task.Wait;

// flag members: a socket's method to whoever calls it
[Coroutine]
void Work(Socket socket) => Call(socket.Accept);

static void Call(Func<Socket> accept) => accept();

// flag members: a lambda to whoever calls it
[Coroutine]
void Work(Socket socket) => Call(() => socket.Accept());

static void Call(Func<Socket> accept) => accept();

// flag members: a coroutine in a lambda that is kept
private Action? _later;

[Coroutine]
void Work() => _later = () => Step();

[Coroutine]
static void Step() => Thread.Sleep(1);
