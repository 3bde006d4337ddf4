// construct: `throw;`, `throw e;`, `throw new …(e)` after a wait in a `catch`
// lowered to: awaits in place
internal static partial class Program
{
    [Coroutine]
    private static void Main()
    {
        for (int i = 0; i < 3; i++)
        {
            try
            {
                try { Fail("inner " + i); }
                catch (InvalidOperationException e)
                {
                    Pause("handling");
                    if (i == 0) throw;
                    if (i == 1) throw new IOException(Get("wrapped"), e);
                }
                Log("swallowed");
            }
            catch (IOException e) { Log(e.Message + " < " + e.InnerException!.Message); }
            catch (Exception e) { Log(e.Message); }
        }
    }
}
