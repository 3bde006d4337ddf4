// construct: `r() = f()`, `r() += f()`, where `r` returns by ref
// lowered to: the value is awaited before the ref is taken
internal static partial class Program
{
    [Coroutine]
    private static int Main()
    {
        int[] a = [1, 2];
        int n = Get(5);
        At(a, 0) = n;
        At(a, 1) += n;
        ref int r = ref At(a, 0);
        r++;
        return a[0] + a[1] + Get(1);
    }

    private static ref int At(int[] a, int i) => ref a[i];
}
