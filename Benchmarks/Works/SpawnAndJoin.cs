using System.Runtime.CompilerServices;
using BenchmarkDotNet.Attributes;

namespace CoGen.Benchmarks.Works;

/// <summary>Work 3: spawns a batch of small tasks and joins them, again and again. The unit is one task.</summary>
public partial class SpawnAndJoin
{
    private const int Batch = 1000;
    private const int Batches = 100;

    private readonly Fiber[] _fibers = new Fiber[Batch];
    private readonly Task[] _tasks = new Task[Batch];
    private readonly Action _work;
    private long _done;

    public SpawnAndJoin() => _work = () => Work(this);

    [Benchmark(Baseline = true, OperationsPerInvoke = Batch * Batches, Description = "Task")]
    public async Task OnTasks()
    {
        for (int batch = 0; batch < Batches; batch++)
        {
            for (int i = 0; i < Batch; i++) _tasks[i] = Task.Run(_work);
            await Task.WhenAll(_tasks);
        }
    }

    [Benchmark(OperationsPerInvoke = Batch * Batches, Description = "ValueTask, pooled")]
    public async Task OnPooledValueTasks()
    {
        ValueTask[] tasks = new ValueTask[Batch];
        for (int batch = 0; batch < Batches; batch++)
        {
            for (int i = 0; i < Batch; i++) tasks[i] = RunPooledAsync();
            foreach (ValueTask task in tasks) await task;
        }
    }

    [Benchmark(OperationsPerInvoke = Batch * Batches, Description = "CoGen")]
    public void OnCoGen() => Co.Run(SpawnBatches);

    [Coroutine]
    private void SpawnBatches()
    {
        for (int batch = 0; batch < Batches; batch++)
        {
            for (int i = 0; i < Batch; i++) _fibers[i] = Co.Spawn(Work, this);
            Co.JoinAll(_fibers);
        }
    }

    [Coroutine]
    private static void Work(SpawnAndJoin works)
    {
        if (works._done++ < 0) Thread.Sleep(1);
    }

    /// <summary>As near as a value task comes to a spawn: it starts on the thread pool.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private async ValueTask RunPooledAsync()
    {
        await Task.Yield();
        _work();
    }
}
