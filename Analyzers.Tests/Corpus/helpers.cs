using System.Diagnostics;
using System.Net.Sockets;
using System.Xml;

// flag members: text of a reader, by a helper
[Coroutine]
string Work(TextReader reader) => {|CG1005:Line|}(reader);

static string Line(TextReader reader) => reader.ReadLine() ?? "";

// flag members: bytes of a socket, by a helper
[Coroutine]
int Work(Socket socket) => {|CG1005:Fill|}(socket, new byte[8]);

static int Fill(Socket socket, byte[] buffer) => socket.Receive(buffer);

// flag members: a process, by a helper
[Coroutine]
void Work(Process process) => {|CG1005:End|}(process);

static void End(Process process) => process.WaitForExit();

// flag members: an event, by a helper
[Coroutine]
void Work(ManualResetEventSlim ready) => {|CG1005:Await|}(ready);

static void Await(ManualResetEventSlim ready) => ready.Wait();

// flag members: a handle, by a helper
[Coroutine]
void Work(AutoResetEvent signal) => {|CG1005:Await|}(signal);

static void Await(AutoResetEvent signal) => signal.WaitOne();

// flag members: a count, by a helper
[Coroutine]
void Work(CountdownEvent countdown) => {|CG1005:Await|}(countdown);

static void Await(CountdownEvent countdown) => countdown.Wait();

// flag members: a queue, by a helper
[Coroutine]
int Work(System.Collections.Concurrent.BlockingCollection<int> queue) => {|CG1005:Next|}(queue);

static int Next(System.Collections.Concurrent.BlockingCollection<int> queue) => queue.Take();

// flag members: many tasks, by a helper
[Coroutine]
void Work(Task[] tasks) => {|CG1005:Await|}(tasks);

static void Await(Task[] tasks) => Task.WaitAll(tasks);

// flag members: an awaiter, by a helper
[Coroutine]
int Work(ValueTask<int> task) => {|CG1005:Await|}(task);

static int Await(ValueTask<int> task) => task.GetAwaiter().GetResult();

// flag members: a reader's lock, by a helper
private readonly ReaderWriterLockSlim _gate = new();

[Coroutine]
void Work() => {|CG1005:Enter|}();

void Enter() => _gate.EnterReadLock();

// flag members: a monitor, by a helper
private readonly object _gate = new();

[Coroutine]
void Work() => {|CG1005:Enter|}();

void Enter() => Monitor.Enter(_gate);

// flag members: a barrier, by a helper
[Coroutine]
void Work(Barrier barrier) => {|CG1005:Meet|}(barrier);

static void Meet(Barrier barrier) => barrier.SignalAndWait();

// flag members: a document, by a helper
[Coroutine]
void Work(XmlDocument document, XmlReader reader) => {|CG1005:Load|}(document, reader);

static void Load(XmlDocument document, XmlReader reader) => document.Load(reader);

// flag members: through two types
[Coroutine]
void Work(Outer outer) => outer.{|CG1005:Save|}();

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
void Work(bool slow) => {|CG1005:Step|}(slow);

static void Step(bool slow)
{
    if (slow)
        Thread.Sleep(1);
}

// flag members: only in a handler
[Coroutine]
void Work() => {|CG1005:Step|}();

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
void Work(List<Task> tasks) => {|CG1005:Step|}(tasks);

static void Step(List<Task> tasks)
{
    foreach (Task task in tasks)
        task.Wait();
}

// flag members: twice from one
[Coroutine]
void Work()
{
    {|CG1005:Step|}();
    {|CG1005:Step|}();
}

static void Step() => Thread.Sleep(1);

// flag members: two that block
[Coroutine]
void Work()
{
    {|CG1005:A|}();
    {|CG1005:B|}();
}

static void A() => Thread.Sleep(1);

static void B() => Task.Delay(1).Wait();

// flag members: one that is tagged, and one that is not
[Coroutine]
void Work()
{
    [|A|]();
    {|CG1005:B|}();
}

[Coroutine]
static void A() => Thread.[|Sleep|](1);

static void B() => Thread.Sleep(1);

// flag members: by default arguments
[Coroutine]
void Work() => {|CG1005:Step|}();

static void Step(int time = 1) => Thread.Sleep(time);

// flag members: by a list of arguments
[Coroutine]
void Work() => {|CG1005:Step|}(1, 2);

static void Step(params int[] times) => Thread.Sleep(times[0]);

// flag members: with an out argument
[Coroutine]
bool Work() => {|CG1005:Step|}(out int n);

static bool Step(out int n)
{
    n = Task.FromResult(1).Result;
    return true;
}

// flag members: in a conditional chain
[Coroutine]
void Work(Storage? storage) => storage?.{|CG1005:Save|}();

class Storage
{
    public void Save() => Thread.Sleep(1);
}

// flag members: in a coalescing expression
[Coroutine]
string Work(string? text) => text ?? {|CG1005:Load|}();

static string Load() => Task.FromResult("a").Result;

// flag members: in a throw
[Coroutine]
void Work() => throw new InvalidOperationException({|CG1005:Load|}());

static string Load() => Task.FromResult("a").Result;

// flag members: in the header of a loop
[Coroutine]
void Work()
{
    for (int i = 0; i < {|CG1005:Count|}(); i++)
        Console.WriteLine(i);
}

static int Count() => Task.FromResult(1).Result;

// flag members: in an iterator
[Coroutine]
IEnumerable<int> Work()
{
    {|CG1005:Step|}();
    yield return 1;
}

static void Step() => Thread.Sleep(1);

// flag members: in an accessor
string Text
{
    [Coroutine]
    get => {|CG1005:Load|}();
    set { }
}

static string Load() => Task.FromResult("a").Result;

// flag members: in an indexer
[Coroutine]
string this[int i] => {|CG1005:Load|}(i);

static string Load(int i) => Task.FromResult($"{i}").Result;

// flag members: in an override
abstract class Base
{
    public abstract void Work();
}

partial class Derived : Base
{
    [Coroutine]
    public override void Work() => {|CG1005:Step|}();

    private static void Step() => Thread.Sleep(1);
}

// flag (XmlReader reader): a reader's end, by hand
while (reader.{|CG1001:Read|}())
    Console.WriteLine(reader.Name);

// flag (XmlWriter writer): a writer's flush, if there is one
writer?.{|CG1001:Flush|}();

// flag (DirectoryInfo directory): a count of files
int count = directory.{|CG1001:EnumerateFiles|}().Count();

// flag: a chain of files
string[] names = Directory.{|CG1001:EnumerateFiles|}(".").Select(static file => Path.GetFileName(file)).ToArray();

// flag (IEnumerable<Task> tasks): all of what is counted
Task.{|CG1001:WaitAll|}(tasks, CancellationToken.None);

// flag (MemoryStream memory, FileStream file): memory to a file
memory.{|CG1001:WriteTo|}(file);

// flag (FileStream file, IAsyncResult result): the end of a read
int n = file.{|CG1001:EndRead|}(result);

// flag (NetworkStream stream, IAsyncResult result): the end of a write
stream.{|CG1001:EndWrite|}(result);

// flag (List<string> lines): a handler of a process
Process process = new();
process.Exited += (_, _) => Thread.{|CG1004:Sleep|}(1);

// flag (List<int> list): a true for all
bool all = list.TrueForAll(n => Task.FromResult(n).{|CG1004:Result|} > 0);

// flag (List<int> list): a conversion of all
List<string> texts = list.ConvertAll(n => File.{|CG1004:ReadAllText|}($"{n}"));

// flag (int[] numbers): an index that is looked for
int index = Array.FindIndex(numbers, n => Task.FromResult(n).{|CG1004:Result|} == 1);

// flag (List<int> list): an index of the last
int index = list.FindLastIndex(n => Task.FromResult(n).{|CG1004:Result|} == 1);

// flag (List<int> list): exists
bool any = list.Exists(n => Task.FromResult(n).{|CG1004:Result|} == 1);

// flag (List<int> list): removed where a task says so
list.RemoveAll(n => Task.FromResult(n).{|CG1004:Result|} == 1);

// flag (int[] numbers): ordered by a task
Array.Sort(numbers, (a, b) => Task.FromResult(a).{|CG1004:Result|} - b);

// flag (Stream stream): a lambda that somebody else keeps
AppDomain.CurrentDomain.ProcessExit += (_, _) => stream.{|CG1004:Flush|}();

// flag members: a lambda to a constructor
class Job(Action work)
{
    public void Run() => work();
}

[Coroutine]
void Work(Task task) => new Job(() => task.{|CG1004:Wait|}()).Run();

// flag members: a lambda in a property
Action? Later { get; set; }

[Coroutine]
void Work(Task task) => Later = () => task.{|CG1004:Wait|}();

// flag members: a lambda in a list of a field
private readonly List<Action> _later = [];

[Coroutine]
void Work(Task task) => _later.Add(() => task.{|CG1004:Wait|}());

// flag members: a method of the framework in a field, made by a coroutine
private Action? _later;

[Coroutine]
void Work(Task task) => _later = task.{|CG1003:Wait|};

// flag members: a socket's method to whoever calls it
[Coroutine]
void Work(Socket socket) => Call(socket.{|CG1003:Accept|});

static void Call(Func<Socket> accept) => accept();

// flag members: a lambda to whoever calls it
[Coroutine]
void Work(Socket socket) => Call(() => socket.{|CG1004:Accept|}());

static void Call(Func<Socket> accept) => accept();

// flag members: a coroutine in a lambda that is kept
private Action? _later;

[Coroutine]
void Work() => _later = () => {|CG1004:Step|}();

[Coroutine]
static void Step() => Thread.[|Sleep|](1);
