using System.Runtime.InteropServices;

// flag members: the type is not partial
class {|CG0001:Cart|}
{
    [Coroutine]
    public void Pay() => Thread.Sleep(1);
}

// flag members: a record that is not partial
record {|CG0001:Order|}(int Number)
{
    [Coroutine]
    public void Save() => File.WriteAllText("order", Number.ToString());
}

// flag members: a struct that is not partial
struct {|CG0001:Probe|}
{
    [Coroutine]
    public static void Wait() => Thread.Sleep(1);
}

// flag members: an interface that is not partial
interface {|CG0001:ISource|}
{
    [Coroutine]
    int Read();
}

// flag members: the outer of two
class {|CG0001:Outer|}
{
    partial class Inner
    {
        [Coroutine]
        void Work() => Thread.Sleep(1);
    }
}

// flag members: the inner of two
partial class Outer
{
    class {|CG0001:Inner|}
    {
        [Coroutine]
        void Work() => Thread.Sleep(1);
    }
}

// flag members: both of two
static class {|CG0001:Outer|}
{
    static class {|CG0001:Inner|}
    {
        [Coroutine]
        public static void Work() => Thread.Sleep(1);
    }
}

// flag members: a property in a type that is not partial
class {|CG0001:Settings|}
{
    [Coroutine]
    public string Text => File.ReadAllText("settings");
}

// flag members: an accessor in a type that is not partial
sealed class {|CG0001:Settings|}
{
    public string Text
    {
        [Coroutine]
        get => File.ReadAllText("settings");
        set { }
    }
}

// flag members: a generic type that is not partial
class {|CG0001:Box|}<T>
{
    [Coroutine]
    public T Take(System.Collections.Concurrent.BlockingCollection<T> queue) => queue.Take();
}

// flag members: a local function in a type that is not partial
class {|CG0001:Worker|}
{
    public void Start()
    {
        Co.Spawn(Work);

        [Coroutine]
        static void Work() => Thread.Sleep(1);
    }
}

// flag members: returns a span
[Coroutine]
ReadOnlySpan<byte> {|CG0002:Header|}(Stream stream)
{
    byte[] bytes = new byte[4];
    stream.ReadExactly(bytes);
    return bytes;
}

// flag members: returns a span to write to
[Coroutine]
Span<char> {|CG0002:Buffer|}(TextReader reader) => reader.ReadToEnd().ToCharArray();

// flag members: returns by reference
private int _count;

[Coroutine]
ref int {|CG0002:Count|}()
{
    Thread.Sleep(1);
    return ref _count;
}

// flag members: returns by readonly reference
private int _count;

[Coroutine]
ref readonly int {|CG0002:Count|}()
{
    Thread.Sleep(1);
    return ref _count;
}

// flag members: returns a pointer
[Coroutine]
unsafe int* {|CG0002:Address|}() => null;

// flag members: returns a ref struct of its own
ref struct Line
{
    public ReadOnlySpan<char> Text;
}

[Coroutine]
Line {|CG0002:Read|}() => default;

// flag members: takes what only C knows
[Coroutine]
void {|CG0002:Print|}(__arglist) => Thread.Sleep(1);

// flag members: a property by reference
private int _count;

[Coroutine]
ref int Count => {|CG0002:ref _count|};

// flag members: a finalizer
[Coroutine]
~{|CG0003:Example|}() => Thread.Sleep(1);

// flag members: an operator
[Coroutine]
public static Example operator {|CG0003:+|}(Example a, Example b)
{
    Thread.Sleep(1);
    return a;
}

// flag members: a conversion
[Coroutine]
public static implicit operator {|CG0003:int|}(Example a)
{
    Thread.Sleep(1);
    return 1;
}

// flag members: the accessor of an event
event Action Changed
{
    [Coroutine]
    {|CG0003:add|} => Thread.Sleep(1);
    remove { }
}

// flag members: an accessor that only initialises
string Name
{
    get => "";
    [Coroutine]
    {|CG0003:init|} => Thread.Sleep(1);
}

// flag members: native code
[Coroutine]
[DllImport("c")]
static extern void {|CG0003:sync|}();

// flag members: half a method
[Coroutine]
partial void {|CG0003:Changed|}();

// flag: a lambda
Action work = {|CG0003:[Coroutine] () => Thread.[|Sleep|](1)|};
[|work|]();

// flag members: a local function that captures
void Start(int times)
{
    Co.Spawn(Work);

    [Coroutine]
    void {|CG0003:Work|}() => Thread.Sleep(times);
}

// flag members: a local function that uses its object
private int _times;

void Start()
{
    Co.Spawn(Work);

    [Coroutine]
    void {|CG0003:Work|}() => Thread.Sleep(_times);
}

// flag members: a local function that calls one without a tag
void Start()
{
    Co.Spawn(Work);

    [Coroutine]
    static void {|CG0003:Work|}() => Step();

    static void Step() => Thread.Sleep(1);
}

// flag file: a type of its file
file partial class Worker
{
    [Coroutine]
    public static void {|CG0003:Work|}() => Thread.Sleep(1);
}

// flag members: async already
[Coroutine]
static async Task {|CG0004:Work|}() => await Task.Delay(1);

// flag members: async, with a value
[Coroutine]
static async Task<int> {|CG0004:Work|}()
{
    await Task.Delay(1);
    return 1;
}

// flag members: a task already
[Coroutine]
static Task {|CG0004:Work|}() => Task.CompletedTask;

// flag members: a value task already
[Coroutine]
static ValueTask<int> {|CG0004:Work|}() => new(1);

// flag members: an async iterator
[Coroutine]
static async IAsyncEnumerable<int> {|CG0004:Items|}()
{
    await Task.Delay(1);
    yield return 1;
}

// flag members: async void
[Coroutine]
static async void {|CG0004:Work|}() => await Task.Delay(1);

// flag members: the name of the twin is that of a field
[Coroutine(TwinName = "_saving")]
void {|CG0006:Save|}() => Thread.Sleep(1);

private int _saving;

// flag members: the name of the twin is that of a method
[Coroutine(TwinName = "SaveInTurns")]
void {|CG0006:Save|}(string path) => File.WriteAllText(path, "");

bool SaveInTurns(string path) => path.Length > 0;

// flag members: both names of the twin are taken
[Coroutine]
void {|CG0006:Save|}(int n) => Thread.Sleep(n);

int SaveAsync(int n) => n;

int SaveCoroutine(int n) => n;

// flag members: a result that varies
partial interface ISource<out T>
{
    [Coroutine]
    T {|CG0007:Read|}();
}

// flag members: a static member of an interface
partial interface IFactory
{
    [Coroutine]
    static abstract void {|CG0007:Make|}();
}

// quiet members: a partial type
partial class Cart
{
    [Coroutine]
    public void Pay() => Console.WriteLine();
}

// swap members: a chain of partial types
static partial class Outer
{
    static partial class Inner
    {
        [Coroutine]
        public static void Work() => Thread.[|Sleep|](1);
    }
}

// swap members: a hand-written twin that fits
[Coroutine]
void Save() => Thread.[|Sleep|](1);

[Coroutine]
void SaveAll() => [|Save|]();

// swap members: an overload that does not fit moves the name of the twin
[Coroutine]
void Save(string path) => Thread.[|Sleep|](1);

bool SaveAsync(string path, bool now) => now;

// swap members: takes a span
[Coroutine]
static void Send(ReadOnlySpan<byte> bytes) => Thread.[|Sleep|](bytes.Length);

// swap members: takes by reference
[Coroutine]
static void Next(ref int n)
{
    Thread.[|Sleep|](1);
    n++;
}

// swap members: an iterator
[Coroutine]
static IEnumerable<int> Items()
{
    Thread.[|Sleep|](1);
    yield return 1;
}

// swap members: a property
[Coroutine]
string Text => File.[|ReadAllText|]("text");

// swap members: a virtual method and its override
partial class Source
{
    [Coroutine]
    public virtual void Open() => Thread.[|Sleep|](1);
}

partial class Special : Source
{
    [Coroutine]
    public override void Open() => Thread.[|Sleep|](2);
}

// swap members: an interface and its implementation
partial interface ISource
{
    [Coroutine]
    void Open();
}

partial class Source : ISource
{
    [Coroutine]
    public void Open() => Thread.[|Sleep|](1);
}

// swap members: a local function that captures nothing
void Start()
{
    Co.Spawn(Work);

    [Coroutine]
    static void Work() => Thread.[|Sleep|](1);
}

// swap file: an extension
static partial class Extensions
{
    [Coroutine]
    public static int ReadAll(this Stream stream, byte[] buffer) => stream.[|Read|](buffer, 0, buffer.Length);
}

// quiet members: a tag that is switched off
[Coroutine(IsEnabled = false)]
void Save() => Thread.Sleep(1);

// quiet members: async without a tag
async Task Work() => await Task.Delay(1);

// quiet members: native code without a tag
[DllImport("c")]
static extern int getpid();
