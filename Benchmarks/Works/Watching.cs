using System.Diagnostics;
using System.Diagnostics.Tracing;
using BenchmarkDotNet.Attributes;

namespace CoGen.Benchmarks.Works;

/// <summary>What it costs to be watched: works 1 and 3 on CoGen, with each of the watchers on. With none, the numbers are those of the works themselves.</summary>
public partial class Watching
{
    private const int Tasks = 100;
    private const int Yields = 1000;

    private readonly Fiber[] _fibers = new Fiber[Tasks];
    private IDisposable? _watcher;

    [Params("none", "watchdog", "tracking", "events", "activities", "trace")]
    public string Watcher { get; set; } = "none";

    [GlobalSetup]
    public void Begin()
    {
        StallWatchdog.IsEnabled = Watcher == "watchdog";
        FiberTracking.IsEnabled = Watcher == "tracking";
        _watcher = Watcher switch
        {
            "events" => new Listener(),
            "activities" => Listen(),
            "trace" => FiberTrace.Start(Stream.Null),
            _ => null,
        };
    }

    [GlobalCleanup]
    public void End()
    {
        StallWatchdog.IsEnabled = false;
        FiberTracking.IsEnabled = false;
        _watcher?.Dispose();
    }

    [Benchmark(OperationsPerInvoke = Tasks * Yields, Description = "a yield")]
    public void Yielding()
    {
        for (int i = 0; i < Tasks; i++) _fibers[i] = Co.Spawn(Yield);
        Co.JoinAll(_fibers);
    }

    [Benchmark(OperationsPerInvoke = Tasks, Description = "a spawn, a yield and a join")]
    public void Spawning()
    {
        for (int i = 0; i < Tasks; i++) _fibers[i] = Co.Spawn(YieldOnce);
        Co.JoinAll(_fibers);
    }

    [Coroutine]
    private static void Yield()
    {
        for (int i = 0; i < Yields; i++) Co.Yield();
    }

    [Coroutine]
    private static void YieldOnce() => Co.Yield();

    private static ActivityListener Listen()
    {
        ActivityListener listener = new()
        {
            ShouldListenTo = static source => source.Name == Scheduler.ActivitySourceName,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }

    private sealed class Listener : EventListener
    {
        protected override void OnEventSourceCreated(EventSource source)
        {
            if (source.Name == "CoGen") EnableEvents(source, EventLevel.Verbose, EventKeywords.All);
        }

        protected override void OnEventWritten(EventWrittenEventArgs e)
        {
        }
    }
}
