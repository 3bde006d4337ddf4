// construct: `foreach` over an iterator in local functions and in delegates held in locals
// lowered to: `await foreach` in async functions
internal static partial class Program
{
    [Coroutine]
    private static IEnumerable<int> Numbers(int count)
    {
        for (int i = 0; i < count; i++) yield return Get(i);
    }

    [Coroutine]
    private static void Main()
    {
        int Sum(int count)
        {
            int sum = 0;
            foreach (int n in Numbers(count)) sum += n;
            return sum;
        }

        Action<int> print = count =>
        {
            foreach (int n in (Numbers(count))) Log(n);
        };
        Log(Sum(3));
        print(2);
    }
}
