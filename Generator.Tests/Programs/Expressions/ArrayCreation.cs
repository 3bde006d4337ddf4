// construct: `new T[f()]`, `new T[f(), g()]`, `new[] { f(), g() }`, jagged arrays
// lowered to: awaits in place
internal static partial class Program
{
    [Coroutine]
    private static string Main()
    {
        int[] a = new int[Get(2)];
        int[,] b = new int[Get(2), Get(3)];
        b[Get(1), Get(2)] = Get(7);
        b[1, 2] += Get(1);
        int[][] c = [new[] { Get(1) }, new int[1] { Get(2) }];
        int[,] d = { { Get(1), Get(2) }, { Get(3), Get(4) } };
        return $"{a.Length} {b.Length} {b[1, 2]} {c[1][0]} {d[1, 0]}";
    }
}
