// construct: an exception thrown in `finally` or `catch` in the place of another
// lowered to: awaits in place
internal static partial class Program
{
    [Coroutine]
    private static string Main()
    {
        try
        {
            try
            {
                Fail("first");
            }
            finally
            {
                Pause("before");
                Fail("second");
            }
        }
        catch (Exception e)
        {
            Log(e.Message);
            throw new ArgumentException(Get("third"), e);
        }

        return "never";
    }
}
