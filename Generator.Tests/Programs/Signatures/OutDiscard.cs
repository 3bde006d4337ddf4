// construct: `out _` and `out string _`
// lowered to: `Ref.New<string>(out _)`
internal static partial class Program
{
    [Coroutine]
    private static bool Main() => TryRead(1, out _) && TryRead(2, out string _) && !TryRead(3, out var _);

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
