// construct: a query with several `from`, the later ones of which block or are iterators
// lowered to: `SelectMany` of `AsyncEnumerable`
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
        Log((from a in new[] { 1, 2 } from b in Get<int[]>([a, a * 10]) from c in "xy" where Get(b) > 1 select $"{a}{b}{c}").ToList());
        Log((from a in Numbers(2) from b in Numbers(a) select a * 10 + b).ToList());
        Log((from a in Numbers(2) where a > 1 select a).Sum());
        foreach (int n in from a in new[] { 1, 2 } from b in new[] { 3, 4 } select Get(a * b))
        {
            if (n == 6) break;
        }
    }
}
