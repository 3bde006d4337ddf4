// construct: an exception thrown inside an iterator
// lowered to: it passes through `foreach` as it does from the original
internal static partial class Program
{
    [Coroutine]
    private static IEnumerable<int> Numbers()
    {
        yield return 1;
        try
        {
            Fail("inside");
            yield return 2;
        }
        finally
        {
            Pause("finally");
        }
    }

    [Coroutine]
    private static void Main()
    {
        try
        {
            foreach (int n in Numbers()) Log(n);
        }
        catch (InvalidOperationException e)
        {
            Log(e.Message);
        }
    }
}
