// construct: variables of patterns and `out` in conditions and loops
// lowered to: awaits in place
internal static partial class Program
{
    [Coroutine]
    private static string Main()
    {
        string text = "";
        object[] items = [1, "two", 3];
        foreach (object item in items)
        {
            if (Get(item) is not int n) continue;
            text += Get(n);
        }

        while (Get<object>(text.Length) is int and < 4) text += Get("x");
        if (!int.TryParse(Get("12"), out int parsed)) return "never";
        return text + parsed + (Get("q") is { Length: var length } ? length : 0);
    }
}
