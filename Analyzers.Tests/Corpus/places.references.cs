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

// quiet (int[] numbers): a reference, and nothing that waits
ref int first = ref numbers[0];
first = 1;
Console.WriteLine(first);
