// construct: an `in` argument of a coroutine that a later argument changes
// stays blocking: the call, whose twin takes the value, and a later argument that the variable is passed to
// diagnostic: CG1016, CG1015
// instead: take the value of the later argument first
internal static partial class Program
{
    [Coroutine]
    private static int F(in int x, int other)
    {
        Log($"{x} {other}");
        return x + Get(1);
    }

    [Coroutine]
    private static int Bump(ref int x, int by)
    {
        x += Get(by);
        return x;
    }

    [Coroutine]
    private static int Main()
    {
        int x = 1;
        int[] xs = [1, 2];
        int a = /*!CG1016*/F(x, x = /*!CG1015*/Get(5));
        int b = /*!CG1016*/F(in xs[0], xs[0] = Get(6));
        int c = /*!CG1016*/F(x, /*!CG1015*/Bump(ref x, 7));
        int d = F(other: Bump(ref x, 7), x: x);
        int e = F(x, Get(3));
        int f = F(xs[1], xs.Length) + F(in x, e + 1);
        return e + f + a * 1000 + b * 100 + c * 10 + d;
    }
}
