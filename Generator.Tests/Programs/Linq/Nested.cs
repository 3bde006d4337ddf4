// construct: LINQ inside the lambda of LINQ
// lowered to: an async lambda that awaits the inner chain
internal static partial class Program
{
    [Coroutine]
    private static IEnumerable<int> Numbers(int count)
    {
        for (int i = 1; i <= count; i++) yield return Get(i);
    }

    [Coroutine]
    private static void Main()
    {
        Log(new[] { 1, 2 }.Select(n => Numbers(n).Sum()).ToList());
        Log(Numbers(2).Select(n => new[] { 1, 2 }.Select(m => Get(n * m)).Sum()).ToList());
        Func<int, int> total = count => Numbers(count).Sum();
        Log(total(3));
    }
}
