// construct: `try`, `catch`, `finally`, blocking in each
// lowered to: awaits in place
internal static partial class Program
{
    [Coroutine]
    private static string Main()
    {
        try
        {
            Pause("try");
            Fail("first");
        }
        catch (PlannedException e)
        {
            Pause("planned");
            Log(e.Message);
            throw;
        }
        catch (InvalidOperationException e) when (e.Message.Length > 0)
        {
            Pause("catch");
            Log(e.Message);
        }
        finally
        {
            Pause("finally");
        }

        return Get("end");
    }
}
