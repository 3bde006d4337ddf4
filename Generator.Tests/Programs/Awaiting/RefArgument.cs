// construct: a `ref` or `out` argument to the left of a blocking one: `f(ref x, g())`
// lowered to: awaits in place
internal static partial class Program
{
    private static int s_field;

    private static int F(ref int x, int n, out int y)
    {
        Log($"{x} {n}");
        x += n;
        y = x * 2;
        return x;
    }

    [Coroutine]
    private static int Change(int n)
    {
        Pause("change");
        s_field = n;
        return n;
    }

    [Coroutine]
    private static string Main()
    {
        int x = 1;
        int[] items = [1, 2];
        s_field = 1;
        int a = F(ref x, x = Get(5), out int y);
        int b = F(ref items[0], items[0] = Get(6), out int z);
        int c = F(ref s_field, Change(7), out _);
        return $"{a} {b} {c} {x} {y} {z} {items[0]} {s_field}";
    }
}
