// construct: `[Conditional]` methods, whose calls are there or not
// lowered to: the call of the twin, where the original's would be made
#define YES
internal static partial class Program
{
    [Coroutine]
    private static int Main()
    {
        int n = 0;
        Trace(n++);
        Never(n++);
        Pause("end");
        return n;
    }

    [Coroutine, System.Diagnostics.Conditional("YES"), System.Diagnostics.Conditional("NO")]
    private static void Trace(int n) => Pause("trace" + n);

    [Coroutine, System.Diagnostics.Conditional("NO")]
    private static void Never(int n) => Pause("never" + n);
}
