// construct: an `in` argument that names a local, or an element, that a later argument changes
// lowered to: awaits in place
internal static partial class Program
{
    private static int F(in int x, int other)
    {
        Log($"{x} {other}");
        return x;
    }

    [Coroutine]
    private static int Main()
    {
        int x = 1;
        int[] xs = [1, 2];
        int a = F(x, x = Get(5));
        int b = F(in xs[0], xs[0] = Get(6));
        return a * 10 + b;
    }
}
