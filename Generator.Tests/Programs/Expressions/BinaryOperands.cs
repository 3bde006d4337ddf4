// construct: `a + f() + b`
// lowered to: awaits in place
internal static partial class Program
{
    [Coroutine]
    private static string Main()
    {
        int a = 1;
        s_n = 40;
        int sum = a + Get(a = 5) + a * Get(2) - Next() / Get(1);
        return a + "," + sum;
    }

    private static int s_n;

    private static int Next() { Log("next"); return s_n++; }
}
