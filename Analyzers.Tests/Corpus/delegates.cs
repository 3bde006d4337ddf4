using System.Collections.Concurrent;
using System.Data;
using System.Diagnostics;
using System.Net.Http;
using System.Net.Sockets;

// flag: the sleep of all threads
Action<int> sleep = Thread.{|CG1003:Sleep|};
sleep(1);

// flag (Stream stream): a stream's flush
Action flush = stream.{|CG1003:Flush|};
flush();

// flag (Thread thread): a thread's end
Action join = thread.{|CG1003:Join|};
join();

// flag (SemaphoreSlim semaphore): a permit
Action wait = semaphore.{|CG1003:Wait|};
wait();

// flag (TextReader reader): a line
Func<string?> next = reader.{|CG1003:ReadLine|};
Console.WriteLine(next());

// flag (List<int> times): for each of a list
times.ForEach(Thread.{|CG1003:Sleep|});

// flag (string[] paths): converts each
string[] texts = Array.ConvertAll(paths, File.{|CG1003:ReadAllText|});

// flag members: a field of a type with coroutines
private readonly Action<int> _sleep = Thread.{|CG1003:Sleep|};

[Coroutine]
void Work() => Console.WriteLine(_sleep);

// flag members: a field that waits, in plain code
private readonly Action<int> _sleep = Thread.{|CG1003:Sleep|};

// flag members: a static field
private static readonly Func<string?> s_read = Console.{|CG1003:ReadLine|};

// flag members: a property
private Action<int> Sleep { get; } = Thread.{|CG1003:Sleep|};

// flag members: a property that is assigned
private Action<int>? Sleep { get; set; }

[Coroutine]
void Work() => Sleep = Thread.{|CG1003:Sleep|};

// flag members: the handler of an event
event Action? Changed;

[Coroutine]
void Watch(ManualResetEventSlim ready) => Changed += ready.{|CG1003:Wait|};

// flag members: a tagged method as the handler of an event
event Action? Changed;

[Coroutine]
void Watch() => Changed += {|CG1003:Save|};

[Coroutine]
void Save() => Thread.[|Sleep|](1);

// flag: an argument of a method that calls it
Call(Thread.{|CG1003:Sleep|});

static void Call(Action<int> action) => action(1);

// flag (Stream stream): returned
Console.WriteLine(Of(stream));

static Action Of(Stream stream) => stream.{|CG1003:Flush|};

// flag members: returned by a coroutine
[Coroutine]
Action Of(Stream stream) => stream.{|CG1003:Flush|};

// flag (bool slow): one of two
Action<int> wait = slow ? Thread.{|CG1003:Sleep|} : static _ => { };
wait(1);

// flag: in an array
Action<int>[] actions = [Thread.{|CG1003:Sleep|}];
actions[0](1);

// flag: in a list
List<Action<int>> actions = [Thread.{|CG1003:Sleep|}];
actions[0](1);

// flag: in a dictionary
Dictionary<string, Action<int>> actions = new() { ["sleep"] = Thread.{|CG1003:Sleep|} };
actions["sleep"](1);

// flag: in a tuple
(string Name, Action<int> Action) pair = ("sleep", Thread.{|CG1003:Sleep|});
pair.Action(1);

// flag (Socket socket): accepts
Func<Socket> accept = socket.{|CG1003:Accept|};
using Socket client = accept();

// flag (Process process): waits for a process
Action wait = process.{|CG1003:WaitForExit|};
wait();

// flag: made by hand
Action<int> sleep = new(Thread.{|CG1003:Sleep|});
sleep(1);

// flag: cast
Delegate sleep = (Action<int>)Thread.{|CG1003:Sleep|};
sleep.DynamicInvoke(1);

// flag (HttpClient client): an answer
Func<HttpRequestMessage, HttpResponseMessage> send = client.{|CG1003:Send|};
Console.WriteLine(send);

// flag (IDbConnection connection): a connection
Action open = connection.{|CG1003:Open|};
open();

// flag (BlockingCollection<int> queue): an item
Func<int> take = queue.{|CG1003:Take|};
Console.WriteLine(take());

// flag (ManualResetEventSlim ready): an event, in a local function's local
Run();

void Run()
{
    Action wait = ready.{|CG1003:Wait|};
    wait();
}

// flag (Lazy<Action<int>> lazy): assigned to a local that is there
Action<int> sleep = lazy.[|Value|];
sleep = Thread.{|CG1003:Sleep|};
sleep(1);

// flag (Timer timer): combined
Action<int> sleep = static _ => { };
sleep += Thread.{|CG1003:Sleep|};
sleep(1);

// flag members: an argument of a constructor
class Holder(Action<int> action)
{
    public void Run() => action(1);
}

[Coroutine]
void Work() => new Holder(Thread.{|CG1003:Sleep|}).Run();

// quiet: to a worker
Task.Run(static () => Thread.Sleep(1));

// quiet (Stream stream): a worker's
Task task = Task.Run(stream.Flush);

// quiet (Thread other): another thread's
new Thread(other.Join).Start();

// quiet: a method that does not wait
Action<string> write = Console.WriteLine;
write("text");

// quiet (List<int> list): in memory
Action<int> add = list.Add;
add(1);

// quiet (MemoryStream stream): memory
Action flush = stream.Flush;
flush();

// quiet members: plain code that captures for good reasons
private static readonly Func<string, string> s_read = File.ReadAllText;

// quiet: its name
string name = nameof(Thread.Sleep);

// swap members: a tagged method in a local that is only called
[Coroutine]
void Work()
{
    Action step = [|Step|];
    [|step|]();
}

[Coroutine]
void Step() => Thread.[|Sleep|](1);

// swap: a lambda that is only called
Action nap = () => Thread.[|Sleep|](1);
[|nap|]();

// quiet members: taken away again
event Action? Changed;

[Coroutine]
void Watch(Action handler) => Changed -= handler;

// quiet (Func<int> get): somebody else's delegate
int n = get();

// flag members: a table of functions
private static readonly Action<int>[] s_table = [Thread.{|CG1003:Sleep|}];

// flag members: a table by names
private static readonly Dictionary<string, Action<int>> s_table = new() { ["sleep"] = Thread.{|CG1003:Sleep|} };

// flag members: a table that is filled by Add
private static readonly Dictionary<string, Action<int>> s_table = new() { { "sleep", Thread.{|CG1003:Sleep|} } };

// flag members: it is returned
Action<int> Sleeper() => Thread.{|CG1003:Sleep|};

// flag members: on one of two branches
Action<int> Sleeper(bool b) => b ? Thread.{|CG1003:Sleep|} : GC.Collect;

// flag members: unless there is another
void M(Action<int>? sleep) { sleep ??= Thread.{|CG1003:Sleep|}; sleep(1); }

// flag members: a coroutine in a field that another coroutine calls
private readonly Action<int> _load = {|CG1003:Load|};

[Coroutine]
static void Load(int n) => Thread.[|Sleep|](n);

[Coroutine]
void M() => _load(1);

// flag (List<int> numbers): whoever takes it calls the original
numbers.ForEach(Thread.{|CG1003:Sleep|});

// flag (Stream stream, byte[] buffer): a local, and the convention
Func<byte[], int, int, int> read = stream.{|CG1003:Read|};
read(buffer, 0, 1);

// quiet members: plain code that hands it on
void M(List<int> numbers) => numbers.ForEach(Thread.Sleep);

// quiet members: it does not wait
private static readonly Action<string?>[] s_table = [Console.WriteLine];

// swap members: a coroutine in a field that is spawned
private readonly Action<int> _load = Load;

[Coroutine]
static void Load(int n) => Thread.[|Sleep|](n);

void M() => Co.Spawn(_load, 1);
