// construct: `AsyncLocal` values that a callee sets
// lowered to: themselves: ambient state belongs to the fiber
internal static partial class Program
{
    private static readonly AsyncLocal<string?> s_ambient = new();

    [Coroutine]
    private static void Set(string value)
    {
        Pause("set");
        s_ambient.Value = value;
        Pause("was set");
    }

    [Coroutine]
    private static string? Main()
    {
        s_ambient.Value = "first";
        Set("second");
        Log(s_ambient.Value);
        try
        {
            Set("third");
        }
        finally
        {
            Log(s_ambient.Value);
            s_ambient.Value = null;
        }

        return s_ambient.Value;
    }
}
