using System.Data;
using System.Diagnostics;
using System.Net.Sockets;

// flag (List<int> list, object gate): a lock that stays one of the thread
{|CG1022:lock|} (gate)
{
    list.ForEach(_ => Monitor.{|CG1004:Wait|}(gate));
}

// flag (List<int> list, object gate): a call in such a lock
{|CG1022:lock|} (gate)
{
    Thread.{|CG1011:Sleep|}(1);
    list.ForEach(_ => Monitor.{|CG1004:Wait|}(gate));
}

// flag (List<int> list, object gate, Stream stream): a stream in such a lock
{|CG1022:lock|} (gate)
{
    stream.{|CG1011:Flush|}();
    list.ForEach(_ => Monitor.{|CG1004:Wait|}(gate, 10));
}

// flag: a file in a filter
try
{
    Console.WriteLine();
}
catch (IOException) when (File.{|CG1012:Exists|}("errors"))
{
}

// flag: the text of a file in a filter
try
{
    Console.WriteLine();
}
catch (Exception e) when (File.{|CG1012:ReadAllText|}("errors").Contains(e.Message))
{
}

// flag (SemaphoreSlim gate): a permit in a filter
try
{
    Console.WriteLine();
}
catch (InvalidOperationException) when (gate.{|CG1012:Wait|}(100))
{
}

// flag (Task<bool> task): a task in a filter
try
{
    Console.WriteLine();
}
catch (InvalidOperationException) when (task.{|CG1012:Result|})
{
}

// flag members: a coroutine in a filter
[Coroutine]
void Work()
{
    try
    {
        Console.WriteLine();
    }
    catch (Exception e) when ({|CG1012:Knows|}(e))
    {
    }
}

[Coroutine]
bool Knows(Exception e) => File.[|ReadAllText|]("errors").Contains(e.Message);

// flag (Process process): a process in a filter
try
{
    Console.WriteLine();
}
catch (InvalidOperationException) when (process.{|CG1012:WaitForExit|}(1))
{
}

// flag: a sleep in unsafe code
unsafe
{
    int n = 1;
    int* p = &n;
    Thread.{|CG1013:Sleep|}(*p);
}

// flag (byte[] buffer, Stream stream): a stream while an array is fixed
unsafe
{
    fixed (byte* p = buffer)
    {
        stream.{|CG1013:Write|}(buffer, 0, buffer.Length);
        Console.WriteLine(*p);
    }
}

// flag (byte[] buffer, Socket socket): a socket while an array is fixed
unsafe
{
    fixed (byte* p = buffer)
    {
        int n = socket.{|CG1013:Receive|}(buffer);
        Console.WriteLine(p[n]);
    }
}

// flag (Task task): a task in unsafe code
unsafe
{
    byte* bytes = stackalloc byte[4];
    task.{|CG1013:Wait|}();
    Console.WriteLine(bytes[0]);
}

// flag (SemaphoreSlim gate): a permit in unsafe code
unsafe
{
    gate.{|CG1013:Wait|}();
}

// flag (Stream? stream): a chain in the header of a for
for (int i = 0; i < 3; i++, stream?.{|CG1014:Flush|}())
{
}

// flag (Task? task): a task's chain in the header of a for
for (int i = 0; i < 3; i++, task?.{|CG1014:Wait|}())
{
}

// flag (SemaphoreSlim? gate): a permit's chain in the header of a for
for (int i = 0; i < 3; i++, gate?.{|CG1014:Wait|}())
{
}

// flag (byte[] buffer, Stream stream): a reference to an element
ref byte first = ref buffer[0];
stream.{|CG1015:ReadExactly|}(buffer);
first++;

// flag (int[] numbers): a reference across a sleep
ref int first = ref numbers[0];
Thread.{|CG1015:Sleep|}(1);
first = 1;

// flag: a span of a variable
int n = 0;
Span<int> span = new(ref n);
Thread.{|CG1015:Sleep|}(1);
span[0] = 1;

// flag (List<int> list, Task task): a span of a list's inside
Span<int> span = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(list);
task.{|CG1015:Wait|}();
span[0] = 1;

// flag (string text, Task task): an enumerator that is a ref struct
foreach (Range range in text.AsSpan().Split(','))
{
    task.{|CG1015:Wait|}();
    Console.WriteLine(range);
}

// flag members: a ref struct of its own
ref struct Line
{
    public ReadOnlySpan<char> Text;
}

[Coroutine]
void Work()
{
    Line line = new() { Text = "a" };
    Thread.{|CG1015:Sleep|}(1);
    Console.WriteLine(line.Text.Length);
}

// flag members: an element of a span by reference
[Coroutine]
void Bump(ref int n)
{
    Thread.[|Sleep|](1);
    n++;
}

[Coroutine]
void Work(int[] cells) => {|CG1017:Bump|}(ref cells.AsSpan()[0]);

// flag members: a local span's element by reference
[Coroutine]
static void Next(ref int n)
{
    Thread.[|Sleep|](1);
    n++;
}

[Coroutine]
static void All(int[] cells)
{
    Span<int> some = cells.AsSpan(1);
    {|CG1017:Next|}(ref some[0]);
}

// flag members: what a method returns by reference
private int _count;

ref int Count() => ref _count;

[Coroutine]
void Bump(ref int n)
{
    Thread.[|Sleep|](1);
    n++;
}

[Coroutine]
void Work() => {|CG1017:Bump|}(ref Count());

// flag members: a local reference
[Coroutine]
void Bump(ref int n)
{
    Thread.[|Sleep|](1);
    n++;
}

[Coroutine]
void Work(int[] cells)
{
    ref int first = ref cells[0];
    {|CG1017:Bump|}(ref first);
}

// flag members: a span by reference
[Coroutine]
void Skip(ref ReadOnlySpan<byte> rest) => rest = rest[1..];

[Coroutine]
void Work(byte[] bytes)
{
    ReadOnlySpan<byte> rest = bytes;
    {|CG1018:Skip|}(ref rest);
}

// flag members: a pointer
[Coroutine]
unsafe void Read(byte* bytes) => Thread.{|CG1013:Sleep|}(*bytes);

[Coroutine]
unsafe void Work(byte* bytes) => {|CG1018:Read|}(bytes);

// flag members: a ref struct that is no span
ref struct Line
{
    public ReadOnlySpan<char> Text;
}

[Coroutine]
void Print(Line line) => Thread.{|CG1015:Sleep|}(line.Text.Length);

[Coroutine]
void Work() => {|CG1018:Print|}(new Line { Text = "a" });

// flag members: a member of a ref struct
ref partial struct Line
{
    public ReadOnlySpan<char> Text;

    [Coroutine]
    public void Print() => Thread.{|CG1015:Sleep|}(Text.Length);
}

[Coroutine]
void Work() => new Line { Text = "a" }.{|CG1018:Print|}();

// flag members: a property that is changed in place
[Coroutine]
int Value
{
    get => Task.FromResult(1).[|Result|];
    set => Thread.[|Sleep|](value);
}

[Coroutine]
int Increment() => {|CG1020:Value|}++;

// flag members: a property that is assigned in place
[Coroutine]
int Value
{
    get => Task.FromResult(1).[|Result|];
    set => Thread.[|Sleep|](value);
}

[Coroutine]
void Work() => Console.WriteLine({|CG1020:Value|} = 1);

// flag members: a property in an initializer
partial class Cell
{
    [Coroutine]
    public int Value
    {
        get => Task.FromResult(1).[|Result|];
        set => Thread.[|Sleep|](value);
    }
}

[Coroutine]
Cell Work() => new() { {|CG1020:Value|} = 1 };

// flag members: a property in a pattern
partial class Cell
{
    [Coroutine]
    public int Value => Task.FromResult(1).[|Result|];
}

[Coroutine]
bool Work(Cell cell) => cell is { {|CG1020:Value|}: 1 };

// flag members: a property that is deconstructed into
[Coroutine]
int Value
{
    get => Task.FromResult(1).[|Result|];
    set => Thread.[|Sleep|](value);
}

[Coroutine]
void Work() => ({|CG1020:Value|}, _) = (1, 2);

// flag members: a property in a copy
partial record Cell
{
    [Coroutine]
    public int Value
    {
        get => Task.FromResult(1).[|Result|];
        set => Thread.[|Sleep|](value);
    }
}

[Coroutine]
Cell Work(Cell cell) => cell with { {|CG1020:Value|} = 1 };

// flag members: an indexer that is changed in place
[Coroutine]
int this[int i]
{
    get => Task.FromResult(i).[|Result|];
    set => Thread.[|Sleep|](value);
}

[Coroutine]
int Work() => {|CG1020:this[0]|}++;

// flag members: a struct writes to itself
partial struct Counter
{
    private int _count;

    [Coroutine]
    public void Increment()
    {
        Thread.Sleep(1);
        {|CG1021:_count|}++;
    }
}

// flag members: a struct assigns itself
partial struct Counter
{
    public int Count;

    [Coroutine]
    public void Reset()
    {
        Thread.Sleep(1);
        {|CG1021:this|} = default;
    }
}

// flag members: await as a name
[Coroutine]
void Work()
{
    int {|CG1021:await|} = 1;
    Thread.Sleep(await);
}

// flag members: the field of a property
[Coroutine]
string Text => {|CG1021:field|} ??= File.ReadAllText("a");

// flag file: a type of its file in a body
file class Secret
{
    public int Length = 1;
}

partial class Worker
{
    [Coroutine]
    public void Work()
    {
        Thread.Sleep(1);
        Console.WriteLine(new {|CG1021:Secret|}().Length);
    }
}

// flag members: an iterator to a method
[Coroutine]
static IEnumerable<string> Lines(TextReader reader)
{
    while (reader.[|ReadLine|]() is string line)
        yield return line;
}

[Coroutine]
static void Work(TextReader reader) => Show({|CG1027:Lines|}(reader));

static void Show(IEnumerable<string> lines) => Console.WriteLine(lines);

// flag members: an iterator to a field
private IEnumerable<int>? _items;

[Coroutine]
static IEnumerable<int> Items()
{
    Thread.[|Sleep|](1);
    yield return 1;
}

[Coroutine]
void Work() => _items = {|CG1027:Items|}();

// flag members: an iterator that is returned
[Coroutine]
static IEnumerable<int> Items()
{
    Thread.[|Sleep|](1);
    yield return 1;
}

[Coroutine]
static IEnumerable<int> Work() => {|CG1027:Items|}();

// flag members: an enumerator of it
[Coroutine]
static IEnumerable<int> Items()
{
    Thread.[|Sleep|](1);
    yield return 1;
}

[Coroutine]
static void Work()
{
    using IEnumerator<int> items = {|CG1027:Items|}().GetEnumerator();
    items.MoveNext();
}

// flag: the lines of a file, handed on
IEnumerable<string> lines = File.{|CG1027:ReadLines|}("a");
Console.WriteLine(lines);

// flag (object gate, Stream stream): a lock of the fiber, in which it waits
[|lock|] (gate)
{
    stream.{|CG2003:[|Flush|]|}();
}

// swap: before the filter
bool known = File.[|Exists|]("errors");
try
{
    Console.WriteLine();
}
catch (IOException) when (known)
{
}

// swap: in the catch
try
{
    Console.WriteLine();
}
catch (IOException)
{
    File.[|Delete|]("errors");
}

// swap: in the finally
try
{
    Console.WriteLine();
}
finally
{
    File.[|Delete|]("errors");
}

// swap (byte[] buffer, Stream stream): beside the unsafe block
stream.[|Write|](buffer, 0, buffer.Length);
unsafe
{
    fixed (byte* p = buffer)
    {
        Console.WriteLine(*p);
    }
}

// swap (Stream? stream): a chain that is written out
stream?.[|Flush|]();

// swap (Task<int>? task): the value of a chain
int? n = task?.[|Result|];

// swap (byte[] buffer, Stream stream): a span of an array
Span<byte> span = buffer;
stream.[|ReadExactly|](buffer);
span[0] = 1;

// swap (int[] numbers): a reference that has ended
ref int first = ref numbers[0];
first = 1;
Thread.[|Sleep|](1);

// swap: a span on the stack
Span<int> span = stackalloc int[4];
Thread.[|Sleep|](1);
span[0] = 1;

// swap members: an element of an array by reference
[Coroutine]
void Bump(ref int n)
{
    Thread.[|Sleep|](1);
    n++;
}

[Coroutine]
void Work(int[] cells) => [|Bump|](ref cells[0]);

// swap members: a property as a statement
[Coroutine]
int Value
{
    get => Task.FromResult(1).[|Result|];
    set => Thread.[|Sleep|](value);
}

[Coroutine]
void Work() => [|Value|] = [|Value|] + 1;

// swap members: a struct that only reads itself
partial struct Counter
{
    private readonly int _count;

    [Coroutine]
    public int Read()
    {
        Thread.[|Sleep|](1);
        return _count;
    }
}

// swap members: an iterator in a loop
[Coroutine]
static IEnumerable<int> Items()
{
    Thread.[|Sleep|](1);
    yield return 1;
}

[Coroutine]
static void Work()
{
    [|foreach|] (int n in [|Items|]())
        Console.WriteLine(n);
}

// quiet: nothing waits in unsafe code
unsafe
{
    int n = 1;
    int* p = &n;
    Console.WriteLine(*p);
}

// quiet: nothing waits in a filter
try
{
    Console.WriteLine();
}
catch (IOException e) when (e.Message.Length > 0)
{
}

// quiet (int[] numbers): a reference, and nothing that waits
ref int first = ref numbers[0];
first = 1;
Console.WriteLine(first);

// quiet (List<int>? list): a chain in memory
list?.Clear();
