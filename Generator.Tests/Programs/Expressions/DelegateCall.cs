// construct: calling a delegate with blocking arguments: `f(g())`, `handler?.Invoke(g())`
// lowered to: awaits in place
internal static partial class Program
{
    [Coroutine]
    private static string Main()
    {
        Func<int, int, string> join = (a, b) => a + "," + b;
        Action<string>? handler = null;
        handler?.Invoke(Get("never"));
        handler += static s => Log("handled " + s);
        handler?.Invoke(Get("x"));
        handler(Get("y"));
        return join(Get(1), Get(2)) + join.Invoke(Get(3), 4);
    }
}
