// flag file: PatchAll and a type that is not partial
[assembly: PatchAll]

class {|CG1040:Worker|}
{
    void Work() => Step();

    void Step() => Thread.Sleep(1);
}

// flag file: PatchAll and a nested type that is not partial
[assembly: PatchAll]

partial class Outer
{
    class {|CG1040:Inner|}
    {
        void Work() => Thread.Sleep(1);
    }
}

// flag file: PatchAll and a constructor
[assembly: PatchAll]

partial class Cart
{
    public {|CG1041:Cart|}() => Thread.Sleep(1);
}

// flag file: PatchAll and an operator
[assembly: PatchAll]

partial class Cart
{
    public static Cart operator {|CG1041:+|}(Cart a, Cart b)
    {
        Thread.Sleep(1);
        return a;
    }
}

// flag file: PatchAll and a finalizer
[assembly: PatchAll]

partial class Cart
{
    ~{|CG1041:Cart|}() => Thread.Sleep(1);
}

// flag file: PatchAll and what returns by reference
[assembly: PatchAll]

partial class Cart
{
    private int _count;

    ref int {|CG1041:Count|}()
    {
        Thread.Sleep(1);
        return ref _count;
    }
}

// flag file: PatchAll and a name that nobody has
[assembly: PatchAll(KeepBlocking = [{|CG1042:"File.ReadText"|}])]

partial class Settings
{
    string Load() => File.[|ReadAllText|]("settings");
}

// flag file: PatchAll and a namespace that nobody has
[assembly: PatchAll(Except = [{|CG1042:"Legacy"|}])]

partial class Settings
{
    string Load() => File.[|ReadAllText|]("settings");
}

// flag file: PatchAll and a part that nobody has
[assembly: PatchAll(Only = [{|CG1042:"Servers"|}])]

partial class Settings
{
    string Load() => File.ReadAllText("settings");
}

// flag file: a patch of nothing
static class Patches
{
    [{|CG0011:Patch(typeof(Stream), "Raed")|}]
    public static Coroutine<int> ReadAsync(Stream stream, byte[] buffer, int offset, int count) => new(0);
}

// flag file: a patch that takes too little
static class Patches
{
    [{|CG0012:Patch(typeof(Stream), nameof(Stream.Flush))|}]
    public static Coroutine FlushAsync() => default;
}

// flag file: a patch that returns something else
static class Patches
{
    [{|CG0012:Patch(typeof(File), nameof(File.ReadAllText))|}]
    public static Coroutine<int> ReadAllTextAsync(string path) => new(0);
}

// flag file: a patch that is not static
class Patches
{
    [{|CG0012:Patch(typeof(Stream), nameof(Stream.Flush))|}]
    public Coroutine FlushAsync(Stream stream) => default;
}

// flag file: two patches
static class Patches
{
    [{|CG1032:Patch(typeof(Stream), nameof(Stream.Flush))|}]
    public static Coroutine FlushAsync(Stream stream) => default;

    [{|CG1031:Patch(typeof(Stream), nameof(Stream.Flush))|}]
    public static void Flush(Stream stream) => stream.FlushAsync().Wait();
}

// flag file: a patch that nobody needs
static class Patches
{
    [{|CG1032:Patch(typeof(Stream), nameof(Stream.Flush))|}]
    internal static Coroutine FlushAsync(Stream stream) => default;
}

// flag file: a call that is excluded blocks
[assembly: ExcludeFromPatching(typeof(Monitor))]

partial class Worker
{
    private readonly object _gate = new();

    [Coroutine]
    void Work()
    {
        {|CG1022:lock|} (_gate)
        {
            Monitor.Wait(_gate);
            Thread.{|CG1011:Sleep|}(1);
        }
    }
}

// swap file: PatchAll and a partial type
[assembly: PatchAll]

partial class Worker
{
    void Work() => [|Step|]();

    void Step() => Thread.[|Sleep|](1);
}

// swap file: a patch of a project
static class Patches
{
    [Patch(typeof(Stream), nameof(Stream.Flush))]
    public static Coroutine FlushAsync(Stream stream) => default;
}

partial class Worker
{
    [Coroutine]
    void Work(Stream stream) => stream.[|Flush|]();
}

// swap file: calls that are offloaded
[assembly: OffloadCalls(typeof(System.Xml.XmlDocument))]

partial class Worker
{
    [Coroutine]
    void Work(System.Xml.XmlDocument document, System.Xml.XmlReader reader) => document.[|Load|](reader);
}

// quiet file: PatchAll and nothing that blocks
[assembly: PatchAll]

class Worker
{
    void Work() => Console.WriteLine();
}

// quiet file: a member that PatchAll leaves out
[assembly: PatchAll(Except = ["Worker.Work"])]

class Worker
{
    void Work() => Thread.Sleep(1);
}

// quiet members: a call that a coroutine keeps
[Coroutine(KeepBlocking = ["Thread.Sleep"])]
void Work() => Thread.Sleep(1);

// quiet file: a method of one's own that is excluded may block
[assembly: ExcludeFromPatching(typeof(Journal), nameof(Journal.Write))]

static class Journal
{
    public static void Write(string line) => File.AppendAllText("journal", line);
}

partial class Worker
{
    [Coroutine]
    void Work() => Journal.Write("work");
}

// flag file: the other methods of its type are not excluded
[assembly: ExcludeFromPatching(typeof(Journal), nameof(Journal.Write))]

static class Journal
{
    public static void Write(string line) => File.AppendAllText("journal", line);

    public static void Wait() => Thread.Sleep(1);
}

partial class Worker
{
    [Coroutine]
    void Work()
    {
        Journal.Write("work");
        Journal.{|CG1005:Wait|}();
    }
}

// quiet file: a method of the framework's that is excluded
[assembly: ExcludeFromPatching(typeof(File), nameof(File.AppendAllText))]

partial class Worker
{
    [Coroutine]
    void Work() => File.AppendAllText("journal", "work");
}

// flag file: a coroutine outside of what PatchAll is for, and who is called by it
[assembly: PatchAll(Only = ["Orders"])]

partial class Orders
{
    void Load() => Thread.[|Sleep|](1);
}

partial class Mail
{
    [Coroutine] void Send() => {|CG1005:Connect|}();

    void Connect() => Thread.Sleep(1);
}

// flag file: an entry outside of what PatchAll is for
[assembly: PatchAll(Only = ["Orders"])]

partial class Orders
{
    void Load() => Thread.[|Sleep|](1);
}

partial class Mail
{
    public static void Start() => Co.Spawn({|CG1002:Send|});

    static void Send() => Thread.Sleep(1);
}

// swap file: what PatchAll has patched calls what it is not for
[assembly: PatchAll(Only = ["Orders"])]

partial class Orders
{
    void Load()
    {
        Thread.[|Sleep|](1);
        Mail.Send();
    }
}

partial class Mail
{
    public static void Send() => Thread.Sleep(1);
}

// swap file: what is named to be left alone is, also by who is tagged
[assembly: PatchAll(Except = ["Mail.Connect"])]

partial class Mail
{
    [Coroutine]
    void Send()
    {
        Thread.[|Sleep|](1);
        Connect();
    }

    void Connect() => Thread.Sleep(1);
}
