using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using static CoGen.Tests.Virtual;

namespace CoGen.Tests.Diagnostics;

/// <summary>What looks at the whole process, so that no other test may run meanwhile. Nothing here waits for a time: a fiber blocks until it was reported.</summary>
[Collection(nameof(FiberTreeTests.ProcessWide))]
public sealed partial class WatchTests : IDisposable
{
    private readonly TextWriter? _output = StallWatchdog.Output;
    private readonly TimeSpan _threshold = StallWatchdog.Threshold;
    private readonly Paper _written = new();

    public WatchTests()
    {
        StallWatchdog.Output = TextWriter.Synchronized(_written);

        // Long enough that a busy machine seldom keeps a thread from running for so long: that would be reported, too.
        StallWatchdog.Threshold = Ms(50);
        StallWatchdog.IsEnabled = true;
    }

    public void Dispose()
    {
        StallWatchdog.IsEnabled = false;
        StallWatchdog.Output = _output;
        StallWatchdog.Threshold = _threshold;
    }

    [Fact]
    public void T74_A_fiber_that_blocks_is_named_with_the_statement_at_which_it_last_waited()
    {
        int inner = 0;
        int outer = 0;
        StallEventArgs stall = WaitForStall(Outer);
        Assert.Equal("blocker", stall.Fiber?.Name);
        Assert.Equal(("WatchTests.Inner", inner), (stall.LastWait?.Method, stall.LastWait?.Line));
        Assert.Equal(("WatchTests.Outer", outer), (stall.Callers[0].Method, stall.Callers[0].Line));
        Assert.Contains("Fiber 'blocker' has kept thread ", _written.ToString());
        Assert.Contains($"It has last waited at WatchTests.Inner in {Here()}:line {inner}", _written.ToString());

        async Coroutine Outer(Action block)
        {
            await Co.YieldAsync();
            outer = Line(); await Inner(block);
        }

        async Coroutine Inner(Action block)
        {
            inner = Line(); await Co.SleepAsync(1);
            block();
            await Co.YieldAsync();
        }
    }

    [Fact]
    public void The_dump_of_a_stalled_program_shows_who_stalls_it_and_where_each_frame_is_suspended()
    {
        int inner = 0;
        int outer = 0;
        string dump = "";
        EventHandler<StallEventArgs> listener = (_, stall) =>
        {
            if (stall.Fiber?.Name == "blocker") dump = FiberDump.Capture(stall.Scheduler, Ms(1)).ToString();
        };
        StallWatchdog.Stalled += listener;
        WaitForStall(Outer);
        StallWatchdog.Stalled -= listener;
        Assert.Equal(
            """
            LoopScheduler # on thread #, STALLED in the turn of 'blocker': 2 fibers, 0 timers
              'Fiber-#' waits for Join of 'blocker'
                  at WatchTests.WaitForStall in WatchTests.cs:line #
              'blocker' running
                  at WatchTests.Inner in WatchTests.cs:line INNER
                  at WatchTests.Outer in WatchTests.cs:line OUTER

            """.ReplaceLineEndings(),
            Numbers.Replace(dump.Replace(Here(), "WatchTests.cs").Replace($"line {inner}", "line INNER").Replace($"line {outer}", "line OUTER"), "$1#"));

        async Coroutine Outer(Action block)
        {
            await Co.YieldAsync();
            outer = Line(); await Inner(block);
        }

        async Coroutine Inner(Action block)
        {
            inner = Line(); await Co.SleepAsync(1);
            block();
            await Co.YieldAsync();
        }
    }

    [Fact]
    public void The_blocking_helper_of_a_package_without_sources_or_symbols_is_named()
    {
        // An assembly that was never a file has neither.
        TypeBuilder helper = AssemblyBuilder.DefineDynamicAssembly(new AssemblyName("Vendor"), AssemblyBuilderAccess.Run)
            .DefineDynamicModule("Vendor").DefineType("Vendor.Client", TypeAttributes.Public);
        MethodBuilder fetch = helper.DefineMethod("Fetch", MethodAttributes.Public | MethodAttributes.Static, typeof(void), [typeof(Action)]);
        fetch.SetImplementationFlags(MethodImplAttributes.NoInlining | MethodImplAttributes.NoOptimization);
        ILGenerator code = fetch.GetILGenerator();
        code.Emit(OpCodes.Ldarg_0);
        code.Emit(OpCodes.Callvirt, typeof(Action).GetMethod("Invoke")!);
        code.Emit(OpCodes.Nop);
        code.Emit(OpCodes.Ret);
        Action<Action> client = helper.CreateType().GetMethod("Fetch")!.CreateDelegate<Action<Action>>();

        StallEventArgs stall = WaitForStall(async Coroutine (Action block) =>
        {
            await Co.YieldAsync();
            client(block);
        });
        Assert.Contains("Vendor.Client.Fetch", stall.Stack);
        Assert.Contains(stall.Stack, method => method.StartsWith("System.Threading.", StringComparison.Ordinal));
        Assert.DoesNotContain(stall.Stack, method => method.StartsWith("CoGen.LoopScheduler.", StringComparison.Ordinal));
        Assert.Contains("Vendor.Client.Fetch", _written.ToString());
    }

    [Fact]
    public void T74_A_turn_that_is_ignored_or_new_is_not_reported_and_a_handler_may_edit_the_report()
    {
        List<Fiber?> reported = [];
        EventHandler<StallEventArgs> listener = (_, stall) =>
        {
            lock (reported) reported.Add(stall.Fiber);
            stall.Report = "edited";
        };
        StallWatchdog.Stalled += listener;
        Fiber ignored = default;
        using ManualResetEventSlim mayEnd = new();
        using BackgroundLoop other = BackgroundLoop.Start();
        using ManualResetEventSlim isIn = new();
        ignored = other.Scheduler.Spawn(async Coroutine () =>
        {
            StallWatchdog.IgnoreCurrent();
            await Co.YieldAsync();
            isIn.Set();
            mayEnd.Wait();
            StallWatchdog.WatchCurrent();
        });
        isIn.Wait();
        StallEventArgs stall = WaitForStall(static async Coroutine (Action block) =>
        {
            for (int i = 0; i < 100; i++) await Co.YieldAsync();
            block();
        });
        StallWatchdog.Stalled -= listener;
        mayEnd.Set();
        other.Scheduler.Run(async Coroutine () => await ignored);
        lock (reported) Assert.DoesNotContain(ignored, reported.OfType<Fiber>());
        Assert.Contains("edited", _written.ToString());
        Assert.NotNull(stall.LastWait);
    }

    [Fact]
    public void A_fiber_of_a_pool_is_watched_as_well()
    {
        StallEventArgs stall = WaitForStall(
            static async Coroutine (Action block) =>
            {
                await Co.YieldAsync();
                block();
            },
            new PoolScheduler());
        Assert.IsType<PoolScheduler>(stall.Scheduler);
    }

    [Fact]
    public void A_region_that_another_thread_relieves_is_no_stall()
    {
        bool wasReported = false;
        EventHandler<StallEventArgs> listener = (_, stall) => wasReported |= stall.Fiber?.Name == "region";
        using BackgroundLoop background = BackgroundLoop.Start();
        using ManualResetEventSlim isRelieved = new();
        using ManualResetEventSlim mayEnd = new();
        Fiber region = background.Scheduler.Spawn(async Coroutine () =>
        {
            Co.Spawn(async Coroutine () => isRelieved.Set());
            Co.Blocking(mayEnd.Wait);
            await Co.YieldAsync();
        }).Named("region");
        isRelieved.Wait();
        StallWatchdog.Stalled += listener;
        WaitForStall(static async Coroutine (Action block) => block());
        mayEnd.Set();
        background.Scheduler.Run(async Coroutine () => await region);
        StallWatchdog.Stalled -= listener;
        Assert.False(wasReported);
    }

    [Fact]
    public void Functions_are_called_from_time_to_time_until_they_are_taken_back()
    {
        using CountdownEvent calls = new(3);
        Assert.Throws<ArgumentOutOfRangeException>(() => Monitoring.Add(Call, TimeSpan.Zero));
        Monitoring.Add(Call, TimeSpan.FromHours(1));
        Monitoring.Add(Call, Ms(1));
        calls.Wait();
        Assert.True(Monitoring.Remove(Call));
        Assert.False(Monitoring.Remove(Call));

        void Call()
        {
            if (!calls.IsSet) calls.Signal();
        }
    }

    [Fact]
    public void T75_Memory_over_the_limit_is_told_then_only_while_it_grows_and_once_when_it_is_under_again()
    {
        long bytes = 50;
        Log log = new();
        using MemoryMonitor monitor = new(100, Timeout.InfiniteTimeSpan, () => bytes);
        monitor.ThresholdExceeded += (_, e) => log.Add($"over:{e.Bytes}");
        monitor.UnderThreshold += (_, e) => log.Add($"under:{e.Bytes}");
        foreach (long now in (long[])[50, 101, 101, 100_000, 500, 99, 98, 200])
        {
            bytes = now;
            monitor.Check();
        }

        log.ShouldBe("over:101 over:100000 under:99 over:200");
    }

    [Fact]
    public void T76_A_body_that_never_lets_others_run_fails() =>
        Virtual.Run(async Coroutine () =>
        {
            NoSwitchException error = await Virtual.Throws<NoSwitchException>(() => Co.AssertSwitchesAsync(async Coroutine () => { }));
            Assert.Contains("has not let others run", error.Message);
            await Co.AssertSwitchesAsync(async Coroutine () => await Co.YieldAsync());
            await Co.AssertSwitchesAsync(async Coroutine () => await Co.AssertSwitchesAsync(async Coroutine () => await Co.SleepAsync(10)));
            await Virtual.Throws<NotSupportedException>(() => Co.AssertSwitchesAsync(async Coroutine () => throw new NotSupportedException()));
        });

    [Fact]
    public void T76_A_body_that_blocks_for_longer_than_allowed_fails()
    {
        NoSwitchException error = Assert.Throws<NoSwitchException>(() => Co.AssertSwitches(
            async Coroutine () =>
            {
                await Co.YieldAsync();
                Thread.Sleep(20);
                await Co.YieldAsync();
            },
            Ms(10)));
        Assert.Contains("No more than 10 ms are allowed.", error.Message);
        Co.AssertSwitches(async Coroutine () => await Co.YieldAsync(), TimeSpan.FromHours(1));
    }

    [Fact]
    public void Tracers_count_switches_and_find_the_longest_turn()
    {
        LoopScheduler loop = new(Clock());
        using SwitchTracer all = new();
        using SwitchTracer tracer = new(loop);
        Fiber slow = default;
        loop.Run(async Coroutine () =>
        {
            slow = Co.Spawn(async Coroutine () =>
            {
                await Co.YieldAsync();
                Thread.SpinWait(1_000_000);
            });
            await slow;
        });
        Assert.Equal((4, slow), (tracer.Count, tracer.LongestFiber));
        Assert.True(all.Count >= tracer.Count);
    }

    /// <summary>Runs a body in a fiber that blocks, where it is told to, until it was reported.</summary>
    private StallEventArgs WaitForStall(Func<Action, Coroutine> body, Scheduler? scheduler = null)
    {
        using ManualResetEventSlim isReported = new();
        bool blocks = false;
        StallEventArgs? reported = null;
        EventHandler<StallEventArgs> listener = (_, stall) =>
        {
            // Another turn of it may have been too long, if the machine is busy.
            if (stall.Fiber?.Name != "blocker" || !Volatile.Read(ref blocks)) return;
            reported = stall;
        };
        _written.Wrote = () =>
        {
            if (reported is not null) isReported.Set();
        };
        StallWatchdog.Stalled += listener;
        (scheduler ?? new LoopScheduler()).Run(async Coroutine () =>
        {
            Fiber blocker = Co.Create(() => body(Block)).Named("blocker");
            blocker.Start();
            await blocker;
        });
        StallWatchdog.Stalled -= listener;
        _written.Wrote = null;
        return reported!;

        [MethodImpl(MethodImplOptions.NoInlining)]
        void Block()
        {
            Volatile.Write(ref blocks, true);
            isReported.Wait();
        }
    }

    private sealed class Paper : StringWriter
    {
        internal Action? Wrote { get; set; }

        public override void WriteLine(string? value)
        {
            base.WriteLine(value);
            Wrote?.Invoke();
        }
    }

    [GeneratedRegex("(LoopScheduler |on thread |Fiber-|line )[0-9]+( '[^']*')?")]
    private static partial Regex Numbers { get; }

    private static int Line([CallerLineNumber] int line = 0) => line;

    private static string Here([CallerFilePath] string path = "") => path;
}
