// construct: an `out` parameter that is passed on
// lowered to: the same `Ref<T>`
internal static partial class Program
{
    [Coroutine]
    private static string Main() => Outer(1, out string line) ? line : "no";

    [Coroutine]
    private static bool Outer(int n, out string line)
    {
        Pause("outer");
        bool read = TryRead(n, out line);
        line = "<" + line + ">";
        return read && TryRead(n + 1, line: out line);
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
