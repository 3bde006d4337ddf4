// construct: `out` into a local that is there already
// lowered to: the local becomes a `Ref<T>` where it is declared
internal static partial class Program
{
    [Coroutine]
    private static string Main()
    {
        string line, other = "x";
        if (TryRead(1, out line)) Log(line);
        TryRead(5, out line);
        other += line.ToUpperInvariant();
        line += "!";
        return line + other + $"{line,12}|{other}";
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
