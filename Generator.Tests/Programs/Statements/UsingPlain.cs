// construct: `using` over a type without an asynchronous end
// lowered to: awaits in place; `Dispose` as it was
internal static partial class Program
{
    [Coroutine]
    private static void Main()
    {
        using (Source a = new("a"), b = new("b"))
        {
            Log(a.Read() + b.Read());
        }
        using Source c = new(Get("c"));
        using (new Source("d")) c.Write(1);
        using Source? none = null;
        using (none) { Pause("none"); }
        try { using Source e = new("e"); Fail("in using"); } catch (InvalidOperationException x) { Log(x.Message); }
        foreach (int i in new[] { 1, 2 }) { using Source f = new("f" + i); if (i == 1) continue; f.Read(); }
    }
}
