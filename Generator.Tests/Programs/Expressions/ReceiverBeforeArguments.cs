// construct: `r().F(f())`, `r().f(g())`
// lowered to: awaits in place
internal static partial class Program
{
    [Coroutine]
    private static string Main()
    {
        Next().Write(Get(1));
        string s = Next().Name.Insert(Get(0), Get("x"));
        Source? none = null;
        try { none!.Write(Get(2)); } catch (NullReferenceException) { Log("null"); }
        try { Log(none!.Name.Insert(Get(0), "y")); } catch (NullReferenceException) { Log("null"); }
        return s;
    }

    private static Source Next() { Log("next"); return new Source("s"); }
}
