// construct: chains in `switch`, `return`, `throw`, `is`, `??`
// lowered to: `if (a is { } c) …` for a statement, `(a is { } c ? … : null)` for a value
internal static partial class Program
{
    [Coroutine]
    private static string Main()
    {
        Source? some = new("some");
        switch (some?.Read())
        {
            case 1: Log("one"); break;
            case null: Log("null"); break;
        }
        if (some?.ReadLine() is { Length: > 3 } line) Log(line);
        string text = some?.ReadLine() switch { null => "null", var s => s };
        Source? none = null;
        return none?.ReadLine() ?? some?.ReadLine() ?? text;
    }
}
