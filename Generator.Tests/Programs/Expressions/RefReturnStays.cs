// construct: `r() += f()`, where `r` returns by ref and `f` blocks
// diagnostic: CG1015
// instead: take the value first: `int n = f(); r() += n;`
// stays blocking: the call on the right
internal static partial class Program
{
    [Coroutine]
    private static int Main()
    {
        int[] a = [1, 2];
        At(a, 0) += /*!CG1015*/Get(5);
        At(a, 1) = /*!CG1015*/Get(6);
        return a[0] + a[1];
    }

    private static ref int At(int[] a, int i) => ref a[i];
}
