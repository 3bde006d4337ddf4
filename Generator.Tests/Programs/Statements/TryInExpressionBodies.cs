// construct: a loop of retries around a call that fails
// lowered to: awaits in place
internal static partial class Program
{
    [Coroutine]
    private static int Main()
    {
        int tries = 0;
        while (true)
        {
            try
            {
                tries++;
                if (tries < 3) Fail("try " + tries);
                return Get(tries);
            }
            catch (InvalidOperationException) when (tries < 3)
            {
                Pause("back off " + tries);
            }
        }
    }
}
