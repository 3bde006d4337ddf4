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
