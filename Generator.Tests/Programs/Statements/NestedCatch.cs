// construct: `try` inside `catch` and `finally`, `throw;` from inside
// lowered to: awaits in place
internal static partial class Program
{
    [Coroutine]
    private static string Main()
    {
        string text = "";
        try
        {
            try
            {
                Fail("first");
            }
            catch (InvalidOperationException first)
            {
                try
                {
                    Pause("inner");
                    Fail("second");
                }
                catch (InvalidOperationException second)
                {
                    text += Get(first.Message) + Get(second.Message);
                }
                finally
                {
                    Pause("inner finally");
                }

                throw;
            }
            finally
            {
                try
                {
                    Pause("outer finally");
                }
                finally
                {
                    Pause("deep");
                }
            }
        }
        catch (InvalidOperationException e)
        {
            text += Get(e.Message);
        }

        return text;
    }
}
