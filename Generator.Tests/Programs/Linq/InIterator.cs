// construct: LINQ with lambdas that block inside an iterator, and over one
// lowered to: `AsyncEnumerable`
internal static partial class Program
{
    [Coroutine]
    private static IEnumerable<int> Squares(int[] numbers)
    {
        foreach (int n in numbers.Where(n => Get(n) != 2)) yield return n * n;
        yield return numbers.Sum(n => Get(n));
    }

    [Coroutine]
    private static void Main()
    {
        Log(Squares([1, 2, 3]).Select(n => Get(n) + 1).ToList());
        if (Squares([1]).Any(n => Get(n) > 5) || Squares([4]).Contains(16)) Log("found");
    }
}
