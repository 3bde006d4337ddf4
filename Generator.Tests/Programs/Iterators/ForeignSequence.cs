// construct: a sequence whose twin is ordinary asynchronous code, in `foreach` and in chains of LINQ
// lowered to: `await foreach` with the fiber's token; in a chain each value is waited for in the fiber
internal static partial class Program
{
    private static IEnumerable<int> Rows(int count)
    {
        for (int i = 1; i <= count; i++)
        {
            Fetch("row " + i);
            yield return i;
        }
    }

    private static async IAsyncEnumerable<int> RowsAsync(int count, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken token = default)
    {
        for (int i = 1; i <= count; i++)
        {
            await FetchAsync("row " + i, token);
            yield return i;
        }
    }

    [Coroutine]
    private static void Main()
    {
        int sum = 0;
        foreach (int n in (Rows(3))) sum += Get(n);
        Log(Rows(3).Where(n => n != 2).Sum());
        Log(Rows(3).Select(n => Get(n) * 2).First());
        Log(sum);
    }
}
