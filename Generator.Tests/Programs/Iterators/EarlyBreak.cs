// construct: leaving a `foreach` early: by `break`, `return`, `goto`, or an exception
// lowered to: the same; the iterator's `finally` blocks run, and may wait
internal static partial class Program
{
    [Coroutine]
    private static IEnumerable<int> Numbers()
    {
        try
        {
            try
            {
                yield return Get(1);
                yield return Get(2);
                yield return Get(3);
            }
            finally
            {
                Pause("inner");
            }
        }
        finally
        {
            Log("outer");
        }
    }

    [Coroutine]
    private static int First()
    {
        foreach (int n in Numbers()) return Get(n);
        return -1;
    }

    [Coroutine]
    private static int Main()
    {
        foreach (int n in Numbers())
        {
            if (n == 2) break;
        }

        int first = First();
        foreach (int n in Numbers())
        {
            if (n == 2) goto Out;
        }

    Out:
        try
        {
            foreach (int n in Numbers()) throw new FormatException("thrown at " + n);
        }
        catch (FormatException e)
        {
            Log(e.Message);
        }

        return first;
    }
}
