// construct: an iterator (`IEnumerable<T>` with `yield return`), consumed by `foreach`
// lowered to: `CoEnumerable<T> FooAsync()` over a coroutine with the body, and `await foreach`
internal static partial class Program
{
    [Coroutine]
    private static IEnumerable<int> Numbers(int count)
    {
        Log("begin");
        for (int i = 0; i < count; i++)
        {
            Pause("before " + i);
            yield return i;
            Log("after " + i);
        }

        Pause("end");
    }

    [Coroutine]
    private static int Main()
    {
        int sum = 0;
        foreach (int n in Numbers(3))
        {
            Log(n);
            sum += Get(n);
        }

        return sum;
    }
}
