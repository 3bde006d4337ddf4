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
