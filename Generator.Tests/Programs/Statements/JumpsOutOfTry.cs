// construct: `break`, `continue`, `goto` out of `try` with a blocking `finally`
// lowered to: awaits in place
internal static partial class Program
{
    [Coroutine]
    private static int Main()
    {
        int n = 0;
        for (int i = 0; i < 3; i++)
        {
            try
            {
                n += Get(i);
                if (i == 1) break;
                if (i == 0) continue;
            }
            finally
            {
                Pause("f" + i);
            }
        }

        again:
        try
        {
            n = Get(n + 1);
            if (n < 4) goto again;
        }
        finally
        {
            Pause("g");
        }

        return n;
    }
}
