// construct: `Select` with a lambda that blocks, in a chain that is used at once
// lowered to: `.ToAsyncEnumerable().Select(async ValueTask<R> (x, _) => …)`
internal static partial class Program
{
    [Coroutine]
    private static void Main()
    {
        int[] items = [1, 2, 3];
        Log(items.Select(n => Get(n) * 2).ToList());
        Log(items.Where(n => Get(n) > 1).Select(n => "n" + n).ToArray());
        foreach (string text in items.Select((n, i) => Get($"{n}:{i}"))) Log(text);
        Log(items.Select(n =>
        {
            Pause("block");
            return n + 1;
        }).Sum());
    }
}
