// construct: `Parallel.For`, `ForEach` and `Invoke`, and a query of PLINQ
// lowered to: `await Offload.RunAsync(…)`: the loop runs on worker threads
internal static partial class Program
{
    [Coroutine]
    private static int Main()
    {
        int sum = Get(0);
        Parallel.For(0, 10, i => Interlocked.Add(ref sum, i));
        Parallel.ForEach(new[] { 1, 2, 3 }, n => Interlocked.Add(ref sum, n));
        Parallel.Invoke(() => Interlocked.Increment(ref sum), () => Interlocked.Increment(ref sum));
        Log(sum);
        return Get(Enumerable.Range(0, 10).AsParallel().Select(n => n * 2).Sum() + sum);
    }
}
