// construct: `using` over a type with a real `DisposeAsync`
// lowered to: `await using`
internal static partial class Program
{
    [Coroutine]
    private static int Main()
    {
        using (AsyncSource a = new("a"), b = new("b"))
        {
            Log(a.Read() + b.Read());
        }
        using (new AsyncSource("c")) { Log("body"); }
        using var d = new AsyncSource("d");
        foreach (int i in new[] { 1, 2, 3 })
        {
            using AsyncSource e = new("e" + i);
            if (i == 1) continue;
            if (i == 3) return e.Read();
            Log(e.Read());
        }
        return 0;
    }
}
