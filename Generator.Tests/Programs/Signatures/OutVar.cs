// construct: an `out` parameter, and `out var` where it is called
// lowered to: `Ref<string>`, made where the variable is declared
internal static partial class Program
{
    [Coroutine]
    private static string Main()
    {
        string all = "";
        for (int i = 0; TryRead(i, out var line); i++)
        {
            Log(line.Length);
            all += line;
        }

        if (!TryRead(7, out string? last)) all += "/" + last;
        return all;
    }

    [Coroutine]
    private static bool TryRead(int n, out string line)
    {
        line = "before";
        int got = Get(n);
        line = "line " + got;
        Pause("after");
        return got < 3;
    }
}
