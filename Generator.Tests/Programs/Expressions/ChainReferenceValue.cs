// construct: `a?.f()` for a reference
// lowered to: `(a is { } c ? await c.fAsync() : null)`
internal static partial class Program
{
    [Coroutine]
    private static string Main()
    {
        Pause("one");
        Pause("two");
        Source? some = new("some");
        Source? none = null;
        string? line = some?.ReadLine();
        return line + (none?.ReadLine() ?? "none");
    }
}
