// construct: waits in `try`, `catch` and `finally`, with `return` and `throw` in between
// lowered to: awaits in place
internal static partial class Program
{
    [Coroutine]
    private static string Main()
    {
        string log = "";
        for (int i = 0; i < 4; i++)
        {
            try { log += Work(i) + ";"; }
            catch (Exception e) { log += e.GetType().Name + ":" + e.Message + ";"; }
        }
        return log;
    }

    [Coroutine]
    private static string Work(int i)
    {
        try
        {
            try
            {
                Pause("try " + i);
                if (i == 1) return "early";
                if (i == 2) Fail("two");
                if (i == 3) throw new ArgumentException(Get("three"));
            }
            catch (InvalidOperationException e)
            {
                Pause("catch " + e.Message);
                throw;
            }
            finally
            {
                Pause("finally " + i);
            }

            return "end";
        }
        finally
        {
            Log("outer " + i);
            Pause("outer finally");
        }
    }
}
