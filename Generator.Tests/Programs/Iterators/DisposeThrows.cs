// construct: a `finally` of an iterator that throws when the consumer leaves early
// lowered to: the same exception
internal static partial class Program
{
    [Coroutine]
    private static IEnumerable<int> Numbers()
    {
        try
        {
            yield return Get(1);
            yield return 2;
        }
        finally
        {
            Pause("closing");
            if (Get(true)) throw new FormatException("closing failed");
        }
    }

    [Coroutine]
    private static void Main()
    {
        try
        {
            foreach (int n in Numbers()) break;
        }
        catch (FormatException e)
        {
            Log(e.Message);
        }
    }
}
