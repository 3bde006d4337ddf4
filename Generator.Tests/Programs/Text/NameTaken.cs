// construct: a hand-written `FooAsync` that is no twin of `Foo`
// lowered to: the twin is called `FooCoroutine`
internal partial class Reader
{
    [Coroutine]
    public int Read(string name) => Get(name.Length);

    public int ReadAsync(string name) => 100 * name.Length;

    [Coroutine]
    public int Sum(params int[] values) => Get(values.Length);

    public int SumAsync(int a, string? b = null) => a;
}

internal static partial class Program
{
    [Coroutine]
    private static int Main()
    {
        Reader reader = new();
        return reader.Read("abc") + reader.ReadAsync("ab") + reader.Sum(1, 2) + reader.SumAsync(7);
    }
}
