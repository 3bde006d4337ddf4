// construct: `event += f(g())`, delegates that are combined
// lowered to: awaits in place
internal static partial class Program
{
    private static event Action<string>? Changed;

    private static Action<string> Handler(string name) => s => Log(name + s);

    [Coroutine]
    private static string Main()
    {
        Changed = null;
        Changed += Handler(Get("a"));
        Action<string> local = Handler(Get("b"));
        local += Handler(Get("c"));
        local -= local.GetInvocationList().Length > Get(1) ? Handler("d") : null;
        Changed?.Invoke(Get("x"));
        local(Get("y"));
        Changed = null;
        return "";
    }
}
