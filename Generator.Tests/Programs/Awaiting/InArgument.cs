// construct: an `in` argument that a later argument changes: `f(in x, g())`
// lowered to: awaits in place
internal static partial class Program
{
    private static int s_x;

    private static int F(in int x, int other)
    {
        Log($"{x} {other}");
        return x;
    }

    private static int Change(int n) => s_x = n;

    [Coroutine]
    private static int Bump(int n)
    {
        Pause("bump");
        s_x = n;
        return n;
    }

    [Coroutine]
    private static int Main()
    {
        s_x = 1;
        return F(in s_x, Bump(2)) * 100 + F(s_x, Bump(3)) * 10 + F(in s_x, Change(4));
    }
}
