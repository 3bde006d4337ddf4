using BenchmarkDotNet.Attributes;
using CoGen.Benchmarks.Rivals;

namespace CoGen.Benchmarks.Works;

/// <summary>Work 1: a hundred tasks that do nothing but let each other run. The unit is one yield.</summary>
public partial class Yielding
{
    private const int Tasks = 100;
    private const int Yields = 1000;

    private readonly TightContext _context = new();
    private readonly Fiber[] _fibers = new Fiber[Tasks];
    private readonly Task[] _tasks = new Task[Tasks];

    [Benchmark(Baseline = true, OperationsPerInvoke = Tasks * Yields, Description = "Task")]
    public void OnTasks()
    {
        for (int i = 0; i < Tasks; i++) _tasks[i] = Task.Run(YieldOnTasksAsync);
        Task.WaitAll(_tasks);
    }

    [Benchmark(OperationsPerInvoke = Tasks * Yields, Description = "Task, one thread, tight context")]
    public void OnTightContext() => _context.Run(() =>
    {
        for (int i = 0; i < Tasks; i++) _tasks[i] = YieldOnTasksAsync();
        return Task.WhenAll(_tasks);
    });

    [Benchmark(OperationsPerInvoke = Tasks * Yields, Description = "ValueTask, pooled")]
    public void OnPooledValueTasks()
    {
        for (int i = 0; i < Tasks; i++) _tasks[i] = Task.Run(async () => await YieldOnPooledValueTasksAsync());
        Task.WaitAll(_tasks);
    }

    [Benchmark(OperationsPerInvoke = Tasks * Yields, Description = "CoGen")]
    public void OnCoGen()
    {
        for (int i = 0; i < Tasks; i++) _fibers[i] = Co.Spawn(Yield);
        Co.JoinAll(_fibers);
    }

    [Coroutine]
    private static void Yield()
    {
        for (int i = 0; i < Yields; i++) Co.Yield();
    }

    private static async Task YieldOnTasksAsync()
    {
        for (int i = 0; i < Yields; i++) await Task.Yield();
    }

    [System.Runtime.CompilerServices.AsyncMethodBuilder(typeof(System.Runtime.CompilerServices.PoolingAsyncValueTaskMethodBuilder))]
    private static async ValueTask YieldOnPooledValueTasksAsync()
    {
        for (int i = 0; i < Yields; i++) await Task.Yield();
    }
}
