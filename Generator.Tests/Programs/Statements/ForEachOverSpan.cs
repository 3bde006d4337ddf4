// construct: `foreach` over a span without, and with, a call inside
// diagnostic: CG1015
// instead: loop over the array, or copy the values: `foreach (int n in span.ToArray())`
// stays blocking: calls inside the loop
internal static partial class Program
{
    [Coroutine]
    private static int Main()
    {
        int[] a = [1, 2];
        int sum = 0;
        foreach (int n in a.AsSpan()) sum += n;
        Pause("between");
        foreach (int n in a.AsSpan()) sum += /*!CG1015*/Get(n);
        Pause("after");
        return sum + Get(1);
    }
}
