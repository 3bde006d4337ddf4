// flag members: made where it is missing, twice
private static string? s_text;

[Coroutine]
string Text()
{
    if (s_text == null)
        {|CG2002:s_text|} = File.[|ReadAllText|]("a");
    return s_text;
}

// flag members: read before the call that waits, written after it
private static int s_sum;

[Coroutine]
void Add(Stream stream) => {|CG2002:s_sum|} += stream.[|Read|](new byte[8], 0, 8);

// flag members: the count of others is lost
private static int s_count;

[Coroutine]
void Count()
{
    int count = s_count;
    Thread.[|Sleep|](1);
    {|CG2002:s_count|} = count + 1;
}

// flag members: two that miss the same page both load it
private static readonly Dictionary<string, string> s_pages = [];

[Coroutine]
string Page(string path)
{
    if (!s_pages.TryGetValue(path, out string? page))
    {
        page = File.[|ReadAllText|](path);
        {|CG2002:s_pages[path]|} = page;
    }

    return page;
}

// flag members: there was one when it was looked for
private readonly object _gate = new();
private readonly Queue<string> _queue = new();

[Coroutine]
string? Take()
{
    if (_queue.Count == 0)
        return null;
    [|lock|] (_gate)
        return {|CG2002:_queue.Dequeue|}();
}

// flag members: one more than there should be
private static readonly List<Stream> s_open = [];

[Coroutine]
void Open()
{
    if (s_open.Count < 10)
    {
        Stream file = [|new FileStream("a", FileMode.Open)|];
        {|CG2002:s_open.Add|}(file);
    }
}

// flag members: an account that is drawn upon twice
private static decimal s_balance;

[Coroutine]
bool Pay(decimal price)
{
    if (s_balance < price)
        return false;
    Thread.[|Sleep|](1);
    {|CG2002:s_balance|} -= price;
    return true;
}

// flag members: the lock is let go of in between
private static readonly object s_gate = new();
private static string? s_name;

[Coroutine]
void Name()
{
    [|lock|] (s_gate)
    {
        if (s_name != null)
            return;
    }

    string name = File.[|ReadAllText|]("a");
    [|lock|] (s_gate)
        {|CG2002:s_name|} = name;
}

// flag: several fibers add to one variable
int sum = 0;
for (int i = 0; i < 3; i++)
{
    Co.Spawn(() =>
    {
        int before = sum;
        Thread.[|Sleep|](1);
        {|CG2002:sum|} = before + 1;
    });
}

// flag members: information, for nobody knows whether the object is shared
private string? _text;

[Coroutine]
string Lazily() => {|CG2002:_text|} ??= File.[|ReadAllText|]("a");

// swap members: looked at again
private static string? s_text;

[Coroutine]
string Text()
{
    if (s_text == null)
    {
        string text = File.[|ReadAllText|]("a");
        if (s_text == null)
            s_text = text;
    }

    return s_text;
}

// swap members: waits first
private static int s_sum;

[Coroutine]
void Add(Stream stream)
{
    int read = stream.[|Read|](new byte[8], 0, 8);
    s_sum += read;
}

// swap members: claimed before it waits
private static bool s_isBusy;

[Coroutine]
void Once()
{
    if (s_isBusy)
        return;
    s_isBusy = true;
    try
    {
        Thread.[|Sleep|](1);
    }
    finally
    {
        s_isBusy = false;
    }
}

// swap members: looked at in each round
private static readonly Queue<string> s_queue = new();

[Coroutine]
void Drain(TextWriter writer)
{
    while (s_queue.Count > 0)
        writer.[|WriteLine|](s_queue.Dequeue());
}

// swap members: who adds it has it
private static readonly HashSet<string> s_running = [];

[Coroutine]
void Run(string name)
{
    if (!s_running.Add(name))
        return;
    Thread.[|Sleep|](1);
    s_running.Remove(name);
}

// swap members: what is written does not go by what was read
private static int s_last;

[Coroutine]
void Last()
{
    Console.WriteLine(s_last);
    Thread.[|Sleep|](1);
    s_last = 5;
}

// swap members: exchanged in one
private static string? s_text;

[Coroutine]
void Set()
{
    if (s_text == null)
        Interlocked.CompareExchange(ref s_text, File.[|ReadAllText|]("a"), null);
}

// swap: an object of its own
List<string> lines = [];
if (lines.Count == 0)
{
    Thread.[|Sleep|](1);
    lines.Add("a");
}

// swap (List<string> lines): an object that was handed in
if (lines.Count == 0)
{
    Thread.[|Sleep|](1);
    lines.Add("a");
}

// swap: one fiber adds to it, and is waited for
int sum = 0;
Co.Spawn(() => { sum += Task.FromResult(1).[|Result|]; }).[|Join|]();

// flag (object gate): waits with a lock in hand
[|lock|] (gate)
{
    Thread.{|CG2003:[|Sleep|]|}(1);
}

// flag (SemaphoreSlim one): waits with a permit in hand
one.[|Wait|]();
try
{
    Thread.{|CG2003:[|Sleep|]|}(1);
}
finally
{
    one.Release();
}

// flag (Lock gate): waits in a scope
using (gate.[|EnterScope|]())
    Thread.{|CG2003:[|Sleep|]|}(1);

// swap (object gate): waits before the lock
Thread.[|Sleep|](1);
[|lock|] (gate)
{
}

// swap (SemaphoreSlim signal): a signal, which nobody gives back
signal.[|Wait|]();
Thread.[|Sleep|](1);

// flag: a transaction of the thread
{|CG1001:using|} (new System.Transactions.TransactionScope(System.Transactions.TransactionScopeAsyncFlowOption.Suppress))
    Thread.{|CG2004:[|Sleep|]|}(1);

// flag: a transaction of the fiber, whose end waits
{|CG1001:using|} ([|new System.Transactions.TransactionScope()|])
    Thread.[|Sleep|](1);

// flag: a transaction that says that it flows, and whose end waits
{|CG1001:using|} (new System.Transactions.TransactionScope(System.Transactions.TransactionScopeAsyncFlowOption.Enabled))
    Thread.[|Sleep|](1);

// flag members: another fiber's user
[ThreadStatic]
private static string? t_user;

[Coroutine]
void Serve(string user)
{
    t_user = user;
    Thread.[|Sleep|](1);
    Console.WriteLine({|CG1024:t_user|});
}

// flag members: a buffer that others fill, too
private static readonly ThreadLocal<List<int>> s_list = new(() => []);

[Coroutine]
void Fill()
{
    List<int> list = s_list.Value!;
    list.Add(1);
    Thread.[|Sleep|](1);
    {|CG1024:list|}.Add(2);
}

// flag: perhaps another thread
int id = Environment.CurrentManagedThreadId;
Thread.[|Sleep|](1);
Console.WriteLine(id == Environment.{|CG1024:CurrentManagedThreadId|});

// flag members: a loop that spins for ever
private SpinLock _spin;

[Coroutine]
void Spin()
{
    bool isTaken = false;
    _spin.Enter(ref isTaken);
    Thread.{|CG1024:[|Sleep|]|}(1);
    _spin.Exit();
}

// flag: a region that needs its thread
Thread.BeginThreadAffinity();
Thread.{|CG1024:[|Sleep|]|}(1);
Thread.EndThreadAffinity();

// swap members: the thread's, and not across a yield
[ThreadStatic]
private static int t_depth;

[Coroutine]
void Depth()
{
    t_depth++;
    Console.WriteLine(t_depth);
    t_depth--;
    Thread.[|Sleep|](1);
}

// swap members: one source of numbers is as good as another
private static readonly ThreadLocal<Random> s_random = new(() => new Random());

[Coroutine]
int Numbers()
{
    int first = s_random.Value!.Next();
    Thread.[|Sleep|](1);
    return first + s_random.Value!.Next();
}

// swap members: the fiber's own
private static readonly AsyncLocal<string> s_user = new();

[Coroutine]
void Serve(string user)
{
    s_user.Value = user;
    Thread.[|Sleep|](1);
    Console.WriteLine(s_user.Value);
}

// flag members: plain code walks in on the thread of the loop
private readonly object _gate = new();

[Coroutine]
public void Load()
{
    Monitor.[|Enter|](_gate);
    Thread.{|CG2003:[|Sleep|]|}(1);
    Monitor.[|Exit|](_gate);
    [|lock|] (_gate)
    {
    }
}

public void Clear()
{
    {|CG1023:lock|} (_gate)
    {
    }
}

// swap members: plain code of another thread waits
private readonly object _gate = new();

[Coroutine]
public void Brief()
{
    [|lock|] (_gate)
    {
    }

    Thread.[|Sleep|](1);
}

public void Clear()
{
    lock (_gate)
    {
    }
}

// quiet members: no coroutine, no yield
private static int s_sum;

static void Add(Stream stream) => s_sum += stream.Read(new byte[8], 0, 8);

// quiet members: memory does not wait
private static int s_sum;

[Coroutine]
void Add(MemoryStream stream) => s_sum += stream.Read(new byte[8], 0, 8);
