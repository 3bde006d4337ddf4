// construct: `a ?? b`, blocking on either side
// lowered to: awaits in place
internal static partial class Program
{
    [Coroutine]
    private static string Main()
    {
        string? none = null;
        Log(Get("left", none) ?? Get("right", "r"));
        return Get("left", "l") ?? Get("right", "never");
    }
}
