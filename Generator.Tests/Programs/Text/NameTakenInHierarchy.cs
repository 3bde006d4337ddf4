// construct: overrides and implementations of a method whose twin has another name
// lowered to: the name of the twin comes from the base, or from the interface
internal partial interface ISource
{
    [Coroutine]
    int Read(int n);

    string ReadAsync(int n);
}

internal abstract partial class Source : ISource
{
    [Coroutine]
    public abstract int Read(int n);

    public string ReadAsync(int n) => "no twin";
}

internal partial class Doubling : Source
{
    [Coroutine]
    public override int Read(int n) => 2 * Get(n);
}

internal static partial class Program
{
    [Coroutine]
    private static int Main()
    {
        Source source = new Doubling();
        ISource same = source;
        return source.Read(1) + same.Read(2) + same.ReadAsync(3).Length;
    }
}
