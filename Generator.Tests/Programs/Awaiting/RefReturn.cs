// construct: assignment through a ref return: `r.At(i) = g()`, `r.At(i) += g()`
// stays blocking: the call on the right: a ref cannot be kept across a yield
// diagnostic: CG1015
// instead: take the value first: `int value = g(); At(i) = value;`
internal static partial class Program
{
    private static readonly int[] s_items = [1, 2];

    private static ref int At(int i)
    {
        Log("at " + i);
        return ref s_items[i];
    }

    [Coroutine]
    private static string Main()
    {
        s_items[0] = 1;
        At(0) = /*!CG1015*/Get(5);
        At(0) += /*!CG1015*/Get(6);
        int value = Get(7);
        At(1) = value;
        At(Get(1))++;
        return $"{s_items[0]} {s_items[1]}";
    }
}
