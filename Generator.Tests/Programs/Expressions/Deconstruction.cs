// construct: `(a, b[i]) = (f(), g())`, `(a, b) = f()`, `(a, b) = (b, a)`
// lowered to: awaits in place
internal static partial class Program
{
    [Coroutine]
    private static string Main()
    {
        int a = 1, b = 2;
        int[] c = [0, 0];
        int i = 0;
        (a, c[i++]) = (Get(5), Get(6));
        (a, b) = Pair(Get(7));
        (c[i], (a, _)) = (a, (b, Get(8)));
        (int x, var y) = (Get(1), Get("y"));
        (a, b) = (b + Get(1), a);
        foreach ((int k, string v) in new[] { (Get(1), Get("v")) }) Log(k + v);
        return $"{a} {b} {c[0]} {c[1]} {x} {y}";
    }

    private static (int, int) Pair(int n) => (n, n + 1);
}
