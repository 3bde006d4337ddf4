// construct: `params ReadOnlySpan<T>` beside `params T[]`, `in` beside a value, both tagged
// lowered to: the twin of the one with the span is called `FooCoroutine`

partial class Journal
{
    [Coroutine]
    public void Write(string format, params object[] args) => Log($"array {format} {Get(args.Length)}");

    [Coroutine]
    public void Write(string format, params ReadOnlySpan<object> args) => Log($"span {format} {Get(args.Length)}");
}

partial class Lines : Journal
{
    [Coroutine]
    public int Take(int count) => Get(count);

    [Coroutine]
    public int Take(in int count) => Get(count) + 100;
}

partial class Later : Lines
{
    [Coroutine]
    public virtual string Join(ReadOnlyMemory<char> text) => Get("memory");
}

partial class Last : Later
{
    [Coroutine]
    public string Join(ReadOnlySpan<char> text) => Get("span") + text.Length;
}

internal static partial class Program
{
    [Coroutine]
    private static void Main()
    {
        Journal journal = new();
        journal.Write("a", 1, 2);
        journal.Write("b", new object[] { 1, 2, 3 });
        journal.Write("c");
        journal.Write("d", [Get(1), "x"]);

        int n = 3;
        Lines lines = new();
        Log(lines.Take(3));
        Log(lines.Take(in n));

        Last last = new();
        Log(last.Join("abc".AsMemory()));
        Log(last.Join("abc".AsSpan()));
        Log(((Later)last).Join("abc".AsMemory()));
    }
}
