// construct: calls over several lines, with comments between
// lowered to: awaits in place
internal static partial class Program
{
    [Coroutine]
    private static int Main()
    {
        int n = Get(
            // the first
            1) +
            /* between */ Get(2 /* inside */)
            + Blocking
                .Twice(
                    Get(3))
                .Twice();
        return n;
    }
}
