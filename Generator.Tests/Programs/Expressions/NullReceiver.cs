// construct: `null.F(f())`, where `F` does not block
// lowered to: awaits in place
internal static partial class Program
{
    [Coroutine]
    private static void Main()
    {
        string? none = null;
        try { Log(none!.Insert(Get(0), Get("x"))); } catch (NullReferenceException) { Log("null"); }
        Action<int>? action = null;
        try { action!(Get(1)); } catch (NullReferenceException) { Log("null"); }
    }
}
