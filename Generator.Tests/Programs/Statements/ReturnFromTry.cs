// construct: `return` in `try` with a `finally` that blocks and changes what was returned
// lowered to: awaits in place; the value is taken before
internal static partial class Program
{
    [Coroutine]
    private static int F()
    {
        int n = 1;
        try
        {
            n = Get(2);
            return n + Get(10);
        }
        finally
        {
            n = Get(3);
            Log("finally " + n);
        }
    }

    [Coroutine]
    private static string G()
    {
        for (int i = 0; ; i++)
        {
            try
            {
                if (Get(i) == 2) return "returned ";
                if (i == 0) continue;
                Pause("one");
            }
            finally
            {
                Pause("finally " + i);
            }
        }
    }

    [Coroutine]
    private static string Main()
    {
        return F() + G();
    }
}
