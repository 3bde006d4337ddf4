// construct: an `in` argument that names a variable which a later argument changes by `ref`
// stays blocking: the later argument: the reference cannot be kept across a yield
// diagnostic: CG1015
// instead: take the value of the later argument first
internal static partial class Program
{
    private static int F(in int x, int other)
    {
        Log($"{x} {other}");
        return x;
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
        int a = F(x, /*!CG1015*/Bump(ref x, 5));
        int b = F(in x, /*!CG1015*/Bump(ref x, 6));
        return a * 10 + b;
    }
}
