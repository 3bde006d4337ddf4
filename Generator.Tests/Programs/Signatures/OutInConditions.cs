// construct: `out var` in `&&`, `||`, `?:`, `while`, patterns and `switch`
// lowered to: `Ref.New<string>(out var line)` where the variable is declared, `line.Value` where it is used
internal static partial class Program
{
    [Coroutine]
    private static string Main()
    {
        string log = "";
        int i = 0;
        while (i < 4 && TryRead(i++, out var line) && line.Length > 0) log += line;
        log += TryRead(1, out string? a) || TryRead(2, out a) ? a : "none";
        log += TryRead(9, out var b) is false ? b : "";
        switch (TryRead(0, out var c))
        {
            case true when TryRead(1, out var d): log += c + d; break;
            case false: log += "no"; break;
        }

        log += (TryRead(2, out var e), e) switch { (true, { Length: > 3 } text) => text, _ => "" };
        return log;
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
