// construct: LINQ over an iterator that blocks
// lowered to: `System.Linq.AsyncEnumerable`, awaited in the fiber
internal static partial class Program
{
    [Coroutine]
    private static IEnumerable<int> Numbers(int count)
    {
        try
        {
            for (int i = 0; i < count; i++) yield return Get(i);
        }
        finally
        {
            Log("closed");
        }
    }

    [Coroutine]
    private static void Main()
    {
        Log(Numbers(3).ToList());
        Log(Numbers(4).Where(n => n % 2 == 1).Select(n => n * 10).ToArray());
        Log(Numbers(9).First(n => n == 2));
        Log(Numbers(2).Any());
        Log(Numbers(3).Sum() + Numbers(3).Count());
        Log(Numbers(3).Skip(1).Take(1).Single());
        foreach (int n in Numbers(3).Reverse().Append(7)) Log(n);
        Log(Numbers(4).Max(n => -n));
    }
}
