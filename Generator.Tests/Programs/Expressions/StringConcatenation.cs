// construct: `a + f() + null + 'c'`
// lowered to: awaits in place
internal static partial class Program
{
    [Coroutine]
    private static string Main()
    {
        string? none = null;
        string text = "a" + Get(1) + none + 'c' + Get('d') + Get<object?>("null", null) + 1.5m;
        text += Get("e") + text.Length;
        return text + (Get("x") + Get("y") == "xy");
    }
}
