// construct: chains in the arguments of chains
// lowered to: `if (a is { } c) …` for a statement, `(a is { } c ? … : null)` for a value
internal static partial class Program
{
    [Coroutine]
    private static void Main()
    {
        Source? some = new("some");
        Source? none = null;
        some?.Write(some?.Read());
        some?.Write(none?.Read() ?? some?.Read());
        none?.Write(some?.Read());
        Log(some?.Open(some?.ReadLine() ?? "x")?.Name);
    }
}
