// construct: an iterator beside which a fitting `FooAsync` was written by hand
// lowered to: `await foreach` over that
internal static partial class Program
{
    [Coroutine]
    private static IEnumerable<int> Numbers(int count)
    {
        for (int i = 0; i < count; i++) yield return Get(i);
    }

    private static async IAsyncEnumerable<int> NumbersAsync(int count)
    {
        for (int i = 0; i < count; i++) yield return await GetAsync(i);
    }

    [Coroutine]
    private static void Main()
    {
        foreach (int n in Numbers(3)) Log(n);
    }
}
