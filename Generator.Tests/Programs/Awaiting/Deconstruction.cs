// construct: deconstruction into elements and fields: `(xs[f()], a.F) = (g(), h())`
// lowered to: awaits in place
internal static partial class Program
{
    private static int s_f;

    [Coroutine]
    private static string Main()
    {
        int[] xs = [1, 2, 3];
        int i = 0;
        (xs[i++], s_f, xs[i++]) = (Get(5), Get(6), i);
        (xs[Get(0)], xs[Get(1)]) = (xs[1], xs[0]);
        (int a, (string b, _)) = (Get(7), (Get("b"), Get('c')));
        return $"{string.Join(',', xs)} {s_f} {a} {b} {i}";
    }
}
