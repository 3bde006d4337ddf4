using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using CoGen.Patches;

namespace CoGen.Tests.Diagnostics;

public partial class FiberDumpTests
{
    private static readonly string s_file = Here();

    [Fact]
    public void Each_suspended_frame_has_its_file_and_line()
    {
        int outer = 0;
        int inner = 0;
        string text = "";
        Virtual.Run(async Coroutine () =>
        {
            Fiber fiber = Co.Spawn(Outer).Named("worker");
            await Co.YieldAsync();
            await Co.YieldAsync();
            FiberSnapshot snapshot = Assert.Single(FiberDump.Capture(Scheduler.Current).Fibers, snapshot => snapshot.Fiber == fiber);
            Assert.Equal(
                [new SuspendedCall("FiberDumpTests.Inner", s_file, inner), new SuspendedCall("FiberDumpTests.Outer", s_file, outer)],
                snapshot.Calls);
            Assert.Equal(FiberState.Waiting, snapshot.State);
            Assert.Equal("Sleep", snapshot.WaitsFor);
            Assert.Equal(TimeSpan.FromSeconds(5), snapshot.TimeLeft);
            text = FiberDump.Capture(Scheduler.Current).ToString();
            await fiber;
        });
        Assert.Contains($"  'worker' waits for Sleep, due in 5.000 s{Environment.NewLine}      at FiberDumpTests.Inner in {s_file}:line {inner}{Environment.NewLine}      at FiberDumpTests.Outer in {s_file}:line {outer}", text);

        async Coroutine Outer()
        {
            using FileStream? none = null;
            await Co.YieldAsync();
            outer = Line(); await Inner(3);
        }

        async Coroutine Inner(int depth)
        {
            for (int i = 0; i < depth; i++)
            {
                if (i == 7) await Co.YieldAsync();
                await default(CoroutineOfNothing).Get();
            }

            inner = Line(); await Co.SleepAsync(5000);
        }
    }

    [Fact]
    public void The_twin_of_plain_code_stands_where_that_is_written()
    {
        Virtual.Run(async Coroutine () =>
        {
            Fiber fiber = Co.Spawn(PlainProgram.OuterAsync);
            await Co.SleepAsync(1);
            FiberSnapshot snapshot = Assert.Single(FiberDump.Of(fiber).Fibers);
            Assert.Equal([PlainProgram.InnerLine, PlainProgram.OuterLine], snapshot.Calls.Select(call => call.Line));
            Assert.All(snapshot.Calls, call => Assert.Equal(s_file, call.File));
            await fiber;
        });
    }

    [Fact]
    public void A_fiber_that_may_run_is_shown_with_the_statement_at_which_it_yielded() =>
        Virtual.Run(async Coroutine () =>
        {
            int line = 0;
            Fiber fiber = Co.Spawn(async Coroutine () =>
            {
                line = Line(); await Co.YieldAsync();
            });
            await Co.YieldAsync();
            FiberSnapshot snapshot = Assert.Single(FiberDump.Capture(Scheduler.Current).Fibers, snapshot => snapshot.Fiber == fiber);
            Assert.Equal((FiberState.Ready, line), (snapshot.State, Assert.Single(snapshot.Calls).Line));
            await fiber;
        });

    [Fact]
    public void A_deadlocked_program_is_shown_with_who_waits_for_whom_and_the_locks_they_hold()
    {
        LoopScheduler loop = new(Virtual.Clock());
        int first = 0;
        int second = 0;
        CoLock one = new() { Name = "one" };
        object two = new();
        Assert.Throws<DeadlockException>(() => loop.Run(async Coroutine () =>
        {
            Co.Spawn(async Coroutine () =>
            {
                await one.EnterAsync();
                await Co.SleepAsync(1);
                first = Line(); await MonitorPatches.EnterAsync(two);
            }).Named("first");
            Co.Spawn(async Coroutine () =>
            {
                await MonitorPatches.EnterAsync(two);
                await Co.SleepAsync(1);
                second = Line(); await one.EnterAsync();
            }).Named("second");
            await Co.SleepAsync(Timeout.Infinite);
        }));

        FiberDump dump = FiberDump.Capture(loop);
        Assert.Equal(SchedulerActivity.NotRun, Assert.Single(dump.Schedulers).Activity);
        Assert.Equal(
            """
            LoopScheduler #, not run now: 3 fibers, 0 timers
              'Fiber-#' waits for Sleep
                  at FiberDumpTests.A_deadlocked_program_is_shown_with_who_waits_for_whom_and_the_locks_they_hold in FiberDumpTests.cs:line *
              'first' waits for the monitor of a Object, held by fiber 'second'
                  at FiberDumpTests.A_deadlocked_program_is_shown_with_who_waits_for_whom_and_the_locks_they_hold in FiberDumpTests.cs:line FIRST
                  holds CoLock 'one'
              'second' waits for CoLock 'one', held by fiber 'first'
                  at FiberDumpTests.A_deadlocked_program_is_shown_with_who_waits_for_whom_and_the_locks_they_hold in FiberDumpTests.cs:line SECOND
                  holds the monitor of a Object
            In a circle: 'first' -> 'second' -> 'first'

            """.ReplaceLineEndings(),
            Numbers.Replace(dump.ToString().Replace(s_file, Path.GetFileName(s_file)).Replace($"line {first}", "line FIRST").Replace($"line {second}", "line SECOND"), "$1#")
                .Replace("FiberDumpTests.cs:line #", "FiberDumpTests.cs:line *"));
    }

    [Fact]
    public void A_stalled_loop_is_shown_as_such_with_what_can_be_seen_from_outside()
    {
        using BackgroundLoop background = BackgroundLoop.Start("stalled");
        using ManualResetEventSlim isIn = new();
        using ManualResetEventSlim mayLeave = new();
        int waits = 0;
        Fiber waiter = background.Scheduler.Spawn(async Coroutine () =>
        {
            waits = Line(); await Co.SleepAsync(Timeout.Infinite);
        }).Named("waiter");
        Fiber blocker = background.Scheduler.Spawn(async Coroutine () =>
        {
            await Co.YieldAsync();
            isIn.Set();
            mayLeave.Wait();
        }).Named("blocker");
        isIn.Wait();

        FiberDump dump = FiberDump.Capture(background.Scheduler, TimeSpan.FromMilliseconds(1));
        mayLeave.Set();
        SchedulerSnapshot loop = Assert.Single(dump.Schedulers);
        Assert.Equal((SchedulerActivity.Stalled, "blocker"), (loop.Activity, loop.Running?.Name));
        Assert.Contains("STALLED in the turn of 'blocker'", dump.ToString());
        Assert.Matches("^thread [0-9]+ 'stalled'$", loop.Thread);
        Assert.Equal(waits, Assert.Single(Assert.Single(loop.Fibers, fiber => fiber.Fiber == waiter).Calls).Line);

        background.Scheduler.Run(async Coroutine () => await blocker);
        Assert.Equal(SchedulerActivity.Running, Assert.Single(FiberDump.Capture(background.Scheduler, Timeout.InfiniteTimeSpan).Schedulers).Activity);
    }

    [Fact]
    public void The_fibers_of_a_pool_are_held_while_they_are_read()
    {
        PoolScheduler pool = new(Virtual.Clock());
        int line = 0;
        pool.Run(async Coroutine () =>
        {
            CoEvent begun = new();
            CoEvent gate = new();
            Fiber fiber = Co.Spawn(async Coroutine () =>
            {
                begun.Set();
                line = Line(); await gate.WaitAsync();
            }).Named("waiter");
            await begun.WaitAsync();
            FiberSnapshot snapshot;
            while ((snapshot = FiberDump.Capture(pool).Fibers.Single(snapshot => snapshot.Fiber == fiber)).State != FiberState.Waiting) await Co.YieldAsync();
            Assert.Equal((line, "CoEvent"), (Assert.Single(snapshot.Calls).Line, snapshot.WaitsFor));
            gate.Set();
            await fiber;
        });
    }

    [Fact]
    public void A_fiber_of_a_pool_that_is_queued_is_not_said_to_wait() =>
        new PoolScheduler(Virtual.Clock()).Run(async Coroutine () =>
        {
            for (int i = 0; i < 100; i++)
            {
                CoEvent gate = new();
                Fiber fiber = Co.Spawn(async Coroutine () => await gate.WaitAsync());
                await Co.YieldAsync();
                gate.Set();
                FiberSnapshot? snapshot = FiberDump.Capture(Scheduler.Current).Fibers.SingleOrDefault(snapshot => snapshot.Fiber == fiber);
                Assert.NotEqual((FiberState.Waiting, 0), (snapshot?.State, snapshot?.Calls.Count));
                await fiber;
            }
        });

    [Fact]
    public void While_fibers_are_tracked_the_dump_is_a_tree_of_spawns_and_says_since_when_they_wait()
    {
        bool before = FiberTracking.IsEnabled;
        FiberTracking.IsEnabled = true;
        try
        {
            Virtual.Run(async Coroutine () =>
            {
                Fiber child = default;
                int line = 0;
                Fiber parent = Co.Spawn(async Coroutine () =>
                {
                    line = Line(); child = Co.Spawn(async Coroutine () => await Co.SleepAsync(100)).Named("child");
                    await child;
                }).Named("parent");
                await Co.SleepAsync(40);
                FiberDump dump = FiberDump.Of(parent, child);
                FiberSnapshot root = Assert.Single(dump.Roots);
                FiberSnapshot leaf = Assert.Single(root.Children);
                Assert.Equal((parent, child, parent), (root.Fiber, leaf.Fiber, leaf.Spawner));
                Assert.Equal(child, root.Awaited);
                Assert.Equal(TimeSpan.FromMilliseconds(40), leaf.SuspendedFor);
                Assert.Equal(line, leaf.SpawnedAt[0].Line);
                Assert.Contains($"'parent' waits for Join of 'child', for 0.040 s", dump.ToString());
                await parent;
            });
        }
        finally
        {
            FiberTracking.IsEnabled = before;
        }
    }

    [Fact]
    public void T77_The_dump_of_a_tree_contains_names_values_errors_and_locals_also_with_tracking_off() =>
        Virtual.Run(async Coroutine () =>
        {
            using FiberTreeLocal<string> tree = new() { Name = "request" };
            FiberLocal<int> own = new() { Name = "count" };
            FiberLocal<int> other = new() { Name = "unused" };
            Fiber<int> value = Co.Spawn(async Coroutine<int> () => 42).Named("answer");
            Fiber error = Co.Create(async Coroutine () => throw new InvalidOperationException("no luck")).Named("unlucky");
            Fiber locals = Co.Spawn(async Coroutine () =>
            {
                tree.Value = "GET /";
                own.Value = 7;
                await Co.SleepAsync(1);
            }).Named("busy");
            Scheduler.Current.FiberFailed += (_, _) => { };
            error.Start();
            await Co.YieldAsync();

            string text = FiberDump.Of(value, error, locals).ToString();
            Assert.Contains("'answer' succeeded: 42", text);
            Assert.Contains("'unlucky' failed: InvalidOperationException: no luck", text);
            Assert.Contains("count = 7", text);
            Assert.Contains("request = GET /", text);
            Assert.DoesNotContain("unused", text);
            await locals;
            GC.KeepAlive(other);
        });

    [Fact]
    public void The_fiber_that_captures_is_shown_with_the_calls_it_has_made() =>
        Virtual.Run(async Coroutine () =>
        {
            int line = 0;
            FiberDump dump = CaptureHere();
            FiberSnapshot self = Assert.Single(dump.Fibers, fiber => fiber.State == FiberState.Running);
            Assert.Equal(Co.Current, self.Fiber);
            Assert.Contains(new SuspendedCall("FiberDumpTests.CaptureHere", s_file, line), self.Calls);

            [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.NoOptimization)]
            FiberDump CaptureHere()
            {
                line = Line(); return FiberDump.Capture(Scheduler.Current);
            }
        });

    private static int Line([CallerLineNumber] int line = 0) => line;

    private static string Here([CallerFilePath] string path = "") => path;

    [GeneratedRegex("(LoopScheduler |Fiber-|line )[0-9]+")]
    private static partial Regex Numbers { get; }

    private readonly struct CoroutineOfNothing
    {
        internal Coroutine Get() => default;
    }
}

/// <summary>Plain code, whose twins are written by the generator.</summary>
internal static partial class PlainProgram
{
    internal static int OuterLine { get; private set; }

    internal static int InnerLine { get; private set; }

    [Coroutine]
    internal static void Outer()
    {
        Thread.Yield();
        OuterLine = Line(); Inner();
    }

    [Coroutine]
    private static void Inner()
    {
        // The statement has a line of its own.
        InnerLine = Line() + 1;
        Thread.Sleep(10);
    }

    private static int Line([CallerLineNumber] int line = 0) => line;
}
