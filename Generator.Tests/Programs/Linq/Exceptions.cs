// construct: LINQ over an iterator whose chain throws
// lowered to: the same exceptions
internal static partial class Program
{
    [Coroutine]
    private static IEnumerable<int> Numbers()
    {
        yield return Get(1);
        yield return Get(2);
    }

    [Coroutine]
    private static void Main()
    {
        try
        {
            Log(Numbers().Single());
        }
        catch (InvalidOperationException e)
        {
            Log(e.Message);
        }

        try
        {
            Log(Numbers().Where(n => n > 5).First());
        }
        catch (InvalidOperationException e)
        {
            Log(e.Message);
        }

        try
        {
            Log(Numbers().Select(n => n == 2 ? Fail<int>("in lambda") : n).ToList());
        }
        catch (InvalidOperationException e)
        {
            Log(e.Message);
        }
    }
}
