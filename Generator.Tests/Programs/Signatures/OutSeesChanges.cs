// construct: an `out` variable is written before the call is done, and keeps that when the call fails
// lowered to: a `Ref<string>`, which is written while the twin runs
internal static partial class Program
{
    [Coroutine]
    private static string Main()
    {
        string line = "none";
        try
        {
            TryRead(1, out line);
        }
        catch (Exception e)
        {
            Log(e.GetType().Name + " " + line);
        }

        return line;
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
