// construct: operands to the left of a blocking one: `x + g()`, `f(x, g())`, `x[i]`, `(x, g())`
// lowered to: awaits in place; the operands are read before
internal static partial class Program
{
    private static int s_x;
    private static int[] s_items = [];

    [Coroutine]
    private static int Change(int n)
    {
        Pause("change");
        s_x = n;
        s_items = [n, n, n];
        return n;
    }

    private static string F(params int[] all) => string.Join(',', all);

    [Coroutine]
    private static string Main()
    {
        s_x = 1;
        s_items = [1, 2, 3];
        int y = 1;
        string a = F(s_x, Change(5), s_x);
        string b = F(s_items[0], s_items[Change(2)], s_items[0]);
        int c = s_x + Change(9) * s_x;
        int d = y + (y = Get(7)) * y;
        (int e, int f) = (s_x, Change(11) + s_x);
        string g = $"{s_x} {Change(12)} {s_x}";
        string h = s_x + "|" + Change(13) + "|" + s_x;
        List<int> i = [s_x, Change(14), s_x];
        bool j = s_x == Change(15);
        return $"{a} {b} {c} {d} {e} {f} {g} {h} {string.Join(',', i)} {j}";
    }
}
