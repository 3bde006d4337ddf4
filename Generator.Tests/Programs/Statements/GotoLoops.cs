// construct: `goto` backwards and out of nested loops
// lowered to: awaits in place
internal static partial class Program
{
    [Coroutine]
    private static int Main()
    {
        int n = 0;
        Again:
        n++;
        Pause("again " + n);
        for (int i = 0; i < 3; i++)
        {
            for (int j = 0; j < 3; j++)
            {
                if (Get(i * j) == 1) goto Done;
            }
        }
        Done:
        if (n < 2) goto Again;
        return n;
    }
}
