// construct: `a ?? throw new E(f())`
// lowered to: awaits in place
internal static partial class Program
{
    [Coroutine]
    private static string Main()
    {
        string first = Get<string?>("a") ?? throw new InvalidOperationException(Get("never"));
        return Get<string?>("none", null) ?? throw new ArgumentException(Get("thrown ") + first);
    }
}
