using System.Runtime.CompilerServices;
using BenchmarkDotNet.Attributes;
using CoGen.Benchmarks.Rivals;

namespace CoGen.Benchmarks.Works;

/// <summary>Work 6: fib(27) by recursion, in methods that could suspend and never do. The unit is one call.</summary>
public partial class NeverSuspending
{
    private const int N = 27;

    /// <summary>How many calls fib(27) makes.</summary>
    private const int Calls = 635_621;

    [Benchmark(Baseline = true, OperationsPerInvoke = Calls, Description = "Task")]
    public Task<int> OnTasks() => FibOnTasksAsync(N);

    [Benchmark(OperationsPerInvoke = Calls, Description = "ValueTask, pooled")]
    public ValueTask<int> OnPooledValueTasks() => FibOnPooledValueTasksAsync(N);

    [Benchmark(OperationsPerInvoke = Calls, Description = "CoGen")]
    public int OnCoGen() => Co.Run(Fib27);

    [Benchmark(OperationsPerInvoke = Calls, Description = "the least that C# async can do")]
    public int OnTheLeast() => FibOnTheLeastAsync(N).GetAwaiter().GetResult();

    [Benchmark(OperationsPerInvoke = Calls, Description = "plain calls, cannot suspend")]
    public int Plain() => Fib(N);

    [Coroutine]
    private static int Fib27() => Fib(N);

    [Coroutine]
    private static int Fib(int n)
    {
        if (n < 2) return n;
        return Fib(n - 1) + Fib(n - 2);
    }

    private static async Least<int> FibOnTheLeastAsync(int n)
    {
        if (n < 2) return n;
        return await FibOnTheLeastAsync(n - 1) + await FibOnTheLeastAsync(n - 2);
    }

    private static async Task<int> FibOnTasksAsync(int n)
    {
        if (n < 2) return n;
        return await FibOnTasksAsync(n - 1) + await FibOnTasksAsync(n - 2);
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private static async ValueTask<int> FibOnPooledValueTasksAsync(int n)
    {
        if (n < 2) return n;
        return await FibOnPooledValueTasksAsync(n - 1) + await FibOnPooledValueTasksAsync(n - 2);
    }
}
