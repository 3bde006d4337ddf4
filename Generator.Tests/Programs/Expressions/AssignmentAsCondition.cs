// construct: `while ((line = f()) != null)`, `if ((n = g()) > 0)`
// lowered to: awaits in place
internal static partial class Program
{
    [Coroutine]
    private static string Main()
    {
        Source source = new();
        string text = "";
        string? line;
        while ((line = source.ReadLine()) != null) text += line;
        int n;
        if ((n = Get(3)) > 2 && (n = Get(n + 1)) > 3) text += n;
        int a, b;
        a = b = Get(7);
        return text + a + b;
    }
}
