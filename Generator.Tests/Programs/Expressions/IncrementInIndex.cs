// construct: `a[i++] = f(i)`, `a[f()]++`, `--a[f()]`
// lowered to: awaits in place
internal static partial class Program
{
    [Coroutine]
    private static string Main()
    {
        int[] a = [1, 2, 3];
        int i = 0;
        a[i++] = Get(i) * 10 + i++;
        a[Get(1)]++;
        --a[Get(2)];
        int b = a[Get(0)]++ + --a[Get(1)];
        return $"{string.Join(",", a)} {b} {i}";
    }
}
