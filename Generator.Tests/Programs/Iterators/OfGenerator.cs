// construct: `foreach` over a `Generator<T>`, left early or to the end
// lowered to: `await foreach` over it
internal static partial class Program
{
    private static async Coroutine Count(Yielder<int> yielder)
    {
        try
        {
            for (int i = 1; i < 5; i++) await yielder.YieldAsync(i);
        }
        finally
        {
            Log("ended");
        }
    }

    [Coroutine]
    private static int Main()
    {
        int sum = 0;
        foreach (int n in new Generator<int>(Count))
        {
            foreach (int m in new Generator<int>(Count))
            {
                if (m == n) break;
                sum += m;
            }

            Pause("n" + n);
            if (n == 3) break;
        }

        return sum;
    }
}
