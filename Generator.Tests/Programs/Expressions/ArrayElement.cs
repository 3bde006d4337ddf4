// construct: `a[i] = f()`, `a[f()] = g()`, `a[i] += f()`
// lowered to: awaits in place
internal static partial class Program
{
    [Coroutine]
    private static string Main()
    {
        int[] a = [1, 2, 3];
        int i = 0;
        a[i++] = Get(i);
        a[Get(1)] = Get(i + 10);
        a[i] += Get(5);
        a[Get(2)] -= Get(1) + i++;
        a[i - 1]++;
        return string.Join(",", a);
    }
}
