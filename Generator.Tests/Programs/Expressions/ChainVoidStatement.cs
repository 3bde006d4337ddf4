// construct: `a?.F();` as a statement
// lowered to: `if (a is { } c) await c.FAsync();`, in braces where an `else` could take it
internal static partial class Program
{
    [Coroutine]
    private static void Main()
    {
        Source? some = new("some");
        Source? none = null;
        some?.Write(1);
        none?.Write(2);
        if (some is not null) none?.Write(3); else Log("never");
        if (none is null) some?.Write(4); else Log("never");
    }
}
