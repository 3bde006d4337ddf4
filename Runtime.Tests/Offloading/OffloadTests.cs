using System.Diagnostics.Metrics;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace CoGen.Tests;

/// <summary>The worker threads are those of the process, and so are their limits.</summary>
[CollectionDefinition(nameof(WorkerThreads), DisableParallelization = true)]
public sealed class WorkerThreads;

[Collection(nameof(WorkerThreads))]
public class OffloadTests : Staged, IDisposable
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(60);
    private readonly int _maximum = Offload.MaximumThreads;
    private readonly TimeSpan _idleTimeout = Offload.IdleTimeout;

    public void Dispose()
    {
        Offload.MaximumThreads = _maximum;
        Offload.IdleTimeout = _idleTimeout;
        GC.SuppressFinalize(this);
    }

    private static void Open(ManualResetEventSlim gate) => Assert.True(gate.Wait(s_limit));

    /// <summary>Waits, in real time, for what real threads do by themselves.</summary>
    private static void Until(Func<bool> condition) => Assert.True(SpinWait.SpinUntil(condition, s_limit));

    [Fact]
    public void A_call_runs_on_a_worker_thread_while_other_fibers_go_on()
    {
        using ManualResetEventSlim gate = new();
        Run(async () =>
        {
            Fiber<string?> caller = Co.Spawn(() => Offload.RunAsync(gate, static gate =>
            {
                Open(gate);
                return Thread.CurrentThread.Name;
            }));
            await Co.YieldAsync();
            Assert.False(caller.IsFinished);
            gate.Set();
            Assert.Equal("CoThreadPool 'offload' thread", await caller);
            int[] seen = [0];
            await Offload.RunAsync((seen, 3), static x => { x.seen[0] = x.Item2; });
            Assert.Equal(3, seen[0]);
        });
    }

    [Fact]
    public async Task Async_code_and_plain_code_call_too()
    {
        Assert.Equal(3, await Offload.RunAsync((1, 2), static x => x.Item1 + x.Item2));
        int[] seen = [0];
        await Offload.RunAsync(seen, static x => { x[0]++; });
        Assert.Equal(1, seen[0]);
        Assert.Equal(7, Co.Run(() => Offload.RunAsync(7, static x => x)));
        await Assert.ThrowsAsync<FormatException>(async () => await Offload.RunAsync(0, static _ => throw new FormatException()));
        Assert.Throws<ArgumentNullException>("call", () => { _ = Offload.RunAsync(0, (Func<int, int>)null!); });
        Assert.Throws<ArgumentNullException>("call", () => { _ = Offload.RunAsync(0, null!); });
    }

    [Fact]
    public void An_error_is_thrown_as_it_is_with_the_stack_it_was_thrown_on()
    {
        FormatException original = new("on the thread");
        FormatException error = Assert.Throws<FormatException>(() => Run(() => Offload.RunAsync(original, static error => Fail(error))));
        Assert.Same(original, error);
        Assert.Contains(nameof(Fail), error.StackTrace, StringComparison.Ordinal);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Fail(Exception error) => throw error;

    [Fact]
    public void Ambient_state_flows_to_the_call_and_back()
    {
        AsyncLocal<int> local = new();
        Run(async () =>
        {
            local.Value = 2;
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            string seen = await Offload.RunAsync(local, static local =>
            {
                string seen = $"{local.Value} {CultureInfo.CurrentCulture.Name}";
                local.Value = 3;
                return seen;
            });
            Assert.Equal("2 de-DE", seen);
            Assert.Equal(3, local.Value);
            await Virtual.Throws<FormatException>(() => Offload.RunAsync(local, static local =>
            {
                local.Value = 4;
                throw new FormatException();
            }));
            Assert.Equal(4, local.Value);
            await Co.YieldAsync();
            Assert.Equal(4, local.Value);
            Coroutine<int> unrelated;
            using (ExecutionContext.SuppressFlow()) unrelated = Offload.RunAsync(local, static local => local.Value++);
            Assert.Equal(0, await unrelated);
            Assert.Equal(4, local.Value);
        });
        Assert.Equal(0, local.Value);
    }

    [Fact]
    public void Calls_wait_for_a_thread_and_begin_in_the_order_in_which_they_were_asked_for()
    {
        Log log = new();
        using ManualResetEventSlim gate = new();
        Offload.MaximumThreads = 1;
        Virtual.Run(async () =>
        {
            Fiber[] callers =
            [
                Co.Spawn(() => Offload.RunAsync(gate, Open)),
                .. Enumerable.Range(1, 5).Select(i => Co.Spawn(() => Offload.RunAsync((log, i), static x => x.log.Add(x.i)))),
            ];
            await Co.YieldAsync();
            Until(() => (Offload.RunningCount, Offload.QueuedCount) == (1, 5));
            gate.Set();
            await Co.JoinAllAsync(callers);
        });
        log.ShouldBe("1 2 3 4 5");
    }

    [Fact]
    public void Threads_begin_on_demand_and_end_when_idle()
    {
        Offload.MaximumThreads = 8;
        using Barrier barrier = new(8);
        Run(async () =>
        {
            Fiber[] callers = [.. Enumerable.Range(0, 8).Select(_ => Co.Spawn(() => Offload.RunAsync(barrier, static barrier => Assert.True(barrier.SignalAndWait(s_limit)))))];
            await Co.JoinAllAsync(callers);
        });
        Assert.Equal(8, Offload.ThreadCount);

        // One after the other: one thread is enough, and no call comes to wait for a second one.
        Offload.IdleTimeout = Virtual.Ms(50);
        Until(() =>
        {
            Co.Run(() => Offload.RunAsync(0, static _ => { }));
            return Offload.ThreadCount <= 2;
        });
        Until(() => Offload.ThreadCount == 0);
        Assert.Throws<ArgumentOutOfRangeException>(() => Offload.MaximumThreads = 0);
        Assert.Throws<ArgumentOutOfRangeException>(() => Offload.IdleTimeout = Virtual.Ms(-5));
    }

    [Fact]
    public void A_call_that_has_not_begun_is_not_made_when_its_fiber_is_interrupted()
    {
        using ManualResetEventSlim gate = new();
        bool ran = false;
        Offload.MaximumThreads = 1;
        using BackgroundLoop loop = BackgroundLoop.Start();
        Fiber first = loop.Scheduler.Spawn(() => Offload.RunAsync(gate, Open));
        Until(() => Offload.RunningCount == 1);
        Fiber killed = loop.Scheduler.Spawn(() => Offload.RunAsync(0, _ => { ran = true; }));
        Fiber limited = loop.Scheduler.Spawn(async Coroutine () => Assert.False(await Co.TryWithTimeoutAsync(Virtual.Ms(1), () => Offload.RunAsync(0, _ => { ran = true; }))));
        killed.Kill();
        limited.Join();
        Assert.Null(limited.Exception);
        Assert.Equal(0, Offload.QueuedCount);
        gate.Set();
        first.Join();
        Co.Run(() => Offload.RunAsync(0, static _ => { }));
        Assert.False(ran);
    }

    [Fact]
    public void A_call_that_runs_goes_on_when_its_fiber_is_killed_and_what_it_has_opened_is_closed()
    {
        using ManualResetEventSlim gate = new();
        string path = Path.GetTempFileName();
        FileStream? opened = null;
        Run(async () =>
        {
            Fiber caller = Co.Spawn(() => Offload.RunAsync(path, path =>
            {
                Open(gate);
                return opened = new FileStream(path, FileMode.Open);
            }));
            await Co.YieldAsync();
            Until(() => Offload.RunningCount == 1);
            await caller.KillAsync();
            Assert.Equal(FiberState.Killed, caller.State);
            gate.Set();
            Until(() => Offload.RunningCount == 0);
        });
        Assert.False(opened!.CanRead);
        File.Delete(path);
    }

    [Fact]
    public void What_an_abandoned_call_was_given_and_gives_back_stays_open()
    {
        using ManualResetEventSlim gate = new();
        using MemoryStream stream = new();
        Run(async () =>
        {
            Fiber caller = Co.Spawn(() => Offload.RunAsync((gate, stream), static x =>
            {
                Open(x.gate);
                return x.stream;
            }));
            Fiber fails = Co.Spawn(() => Offload.RunAsync(gate, static gate =>
            {
                Open(gate);
                throw new FormatException();
            }));
            await Co.YieldAsync();
            Until(() => Offload.RunningCount == 2);
            await caller.KillAsync();
            await fails.KillAsync();
            gate.Set();
            Until(() => Offload.RunningCount == 0);
        });
        Assert.True(stream.CanRead);
    }

    [Fact]
    public void A_virtual_clock_stands_still_while_a_call_is_out()
    {
        TimeSpan elapsed = Run(async () =>
        {
            Fiber sleeper = Co.Spawn(() => Co.SleepAsync(1000));
            VirtualClock clock = (VirtualClock)Scheduler.Current.Clock;

            // Longer than the clock's patience with what comes from outside.
            await Offload.RunAsync(clock.Patience * 2, static time => { new ManualResetEventSlim().Wait(time); });
            Assert.Equal(TimeSpan.Zero, clock.Elapsed);
            await sleeper;
        });
        Assert.Equal(Virtual.Ms(1000), elapsed);
    }

    [Fact]
    public void A_call_within_a_call_runs_on_the_same_thread()
    {
        Offload.MaximumThreads = 1;
        (int outer, int inner) = Run(() => Offload.RunAsync(0, static _ =>
            (Environment.CurrentManagedThreadId, Co.Run(() => Offload.RunAsync(0, static _ => Environment.CurrentManagedThreadId)))));
        Assert.Equal(outer, inner);
    }

    [Fact]
    public void A_parallel_loop_runs_as_a_whole_while_other_fibers_go_on()
    {
        using ManualResetEventSlim gate = new();
        Run(async () =>
        {
            int sum = 0;
            Fiber<ParallelLoopResult> loop = Co.Spawn(() => Offload.RunAsync<Action<int>, ParallelLoopResult>(i =>
            {
                Open(gate);
                Interlocked.Add(ref sum, i);
            }, static body => Parallel.For(1, 5, body)));
            await Co.YieldAsync();
            Assert.False(loop.IsFinished);
            gate.Set();
            Assert.True((await loop).IsCompleted);
            Assert.Equal(10, sum);
        });
    }

    [Fact]
    public void Arguments_and_results_are_not_kept()
    {
        (WeakReference argument, WeakReference result) = Use();
        Until(() =>
        {
            GC.Collect();
            return !argument.IsAlive && !result.IsAlive;
        });

        [MethodImpl(MethodImplOptions.NoInlining)]
        static (WeakReference Argument, WeakReference Result) Use()
        {
            object argument = new();
            object result = Virtual.Run(() => Offload.RunAsync(argument, static _ => new object()));
            return (new WeakReference(argument), new WeakReference(result));
        }
    }

    [Fact]
    public void A_meter_tells_of_threads_and_calls()
    {
        using ManualResetEventSlim gate = new();
        Dictionary<string, double> seen = [];
        using MeterListener listener = new();
        listener.InstrumentPublished = static (instrument, listener) =>
        {
            if (instrument.Meter.Name == Offload.MeterName) listener.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<int>((instrument, value, _, _) => seen[instrument.Name] = value);
        listener.SetMeasurementEventCallback<long>((instrument, value, _, _) => seen[instrument.Name] = seen.GetValueOrDefault(instrument.Name) + value);
        listener.SetMeasurementEventCallback<double>((instrument, value, _, _) => seen[instrument.Name] = value);
        Offload.MaximumThreads = 1;
        listener.Start();
        Virtual.Run(async () =>
        {
            Fiber[] callers = [.. Enumerable.Range(0, 3).Select(_ => Co.Spawn(() => Offload.RunAsync(gate, Open)))];
            await Co.YieldAsync();
            Until(() => Offload.RunningCount == 1 && Offload.ThreadCount == 1 && Offload.QueuedCount == 2);
            listener.RecordObservableInstruments();
            Assert.Equal((1, 1, 2), (seen["cogen.offload.threads"], seen["cogen.offload.running"], seen["cogen.offload.queued"]));
            gate.Set();
            await Co.JoinAllAsync(callers);
        });
        Assert.Equal(3, seen["cogen.offload.calls"]);
        Assert.Contains("cogen.offload.duration", seen.Keys);
    }

    [Fact]
    public void A_call_costs_its_fiber_one_object_of_at_most_200_bytes()
    {
        const int Calls = 100;
        LoopScheduler loop = new(Virtual.Clock());
        Func<Coroutine> work = static async Coroutine () =>
        {
            for (int i = 0; i < Calls; i++)
            {
                if (await Offload.RunAsync((i, 1), static x => x.i + x.Item2) != i + 1) throw new InvalidOperationException();
            }
        };
        loop.Run(work);
        long before = GC.GetAllocatedBytesForCurrentThread();
        loop.Run(work);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, (Calls * 200) + 1024);
    }
}

public sealed class OffloadTestsOnPool : OffloadTests
{
    private protected override Scheduler Create(VirtualClock clock) => new PoolScheduler(clock);
}
