using System.Diagnostics;
using static CoGen.Tests.Virtual;

namespace CoGen.Tests;

/// <summary>About switches of the whole process, so that no other test may run meanwhile.</summary>
[Collection(nameof(ProcessWide))]
public class FiberTreeTests
{
    [CollectionDefinition(nameof(ProcessWide), DisableParallelization = true)]
    public sealed class ProcessWide;

    private readonly Log _log = new();

    [Fact]
    public void T18_tree_locals_are_shared_down_the_spawns_and_each_child_of_plain_code_begins_a_tree()
    {
        using FiberTreeLocal<string> local = new();
        Assert.Null(local.Value);
        Assert.Throws<InvalidOperationException>(() => local.Value = "main's");
        Fiber a = Co.Spawn(Child, "a");
        Fiber b = Co.Spawn(Child, "b");
        Co.JoinAll(a, b);
        _log.ShouldBe("a b a's grandchild b's grandchild");
        Assert.Null(local.Value);

        async Coroutine Child(string name)
        {
            Assert.Null(local.Value);
            local.Value = name;
            await Co.Spawn(async Coroutine () =>
            {
                _log.Add(local.Value);
                local.Value += "'s grandchild";
            }).JoinAsync();
            _log.Add(local.Value);
        }
    }

    [Fact]
    public void T18_a_fiber_knows_who_spawned_it_and_where_if_that_is_wanted()
    {
        Fiber untracked = Co.Spawn(async Coroutine () => { });
        Assert.Null(untracked.Spawner);
        Assert.Null(untracked.SpawnStack);
        FiberTracking.IsEnabled = true;
        try
        {
            Fiber child = Co.Spawn(async Coroutine () =>
            {
                Fiber me = Co.Current!.Value;
                Fiber later = Co.SpawnAfter(Ms(1), async Coroutine () => Assert.Equal(me, Co.Current!.Value.Spawner));
                Fiber<int> created = Co.Create(async Coroutine<int> () => 1);
                Assert.Equal(me, created.Spawner);
                await later;
            });
            Assert.Null(child.Spawner);
            StackTrace stack = child.SpawnStack!;
            Assert.InRange(stack.FrameCount, 1, 10);
            Assert.Contains(nameof(T18_a_fiber_knows_who_spawned_it_and_where_if_that_is_wanted), stack.GetFrame(0)!.ToString());
            child.Join();
        }
        finally
        {
            FiberTracking.IsEnabled = false;
        }
    }

    [Fact]
    public void T18_a_spawner_is_not_kept_alive() =>
        Run(async Coroutine () =>
        {
            FiberTracking.IsEnabled = true;
            try
            {
                Fiber child = default;
                await Spawner();
                for (int i = 0; i < 3; i++) await Co.Spawn(async Coroutine () => { }).JoinAsync();
                GC.Collect();
                Assert.Null(child.Spawner);
                child.Cancel();

                async Coroutine Spawner() => await Co.Spawn(async Coroutine () => child = Co.Spawn(() => Co.SleepAsync(Timeout.Infinite))).JoinAsync();
            }
            finally
            {
                FiberTracking.IsEnabled = false;
            }
        });

    [Fact]
    public void T19_spawn_callbacks_are_called_at_each_start_once_until_removed()
    {
        List<Fiber> started = [];
        Run(async Coroutine () =>
        {
            Co.Spawned += OnSpawn;
            Co.Spawned += OnSpawn;
            try
            {
                Fiber spawned = Co.Spawn(async Coroutine () => { });
                Fiber later = Co.SpawnAfter(Ms(1), async Coroutine () => { });
                Fiber<int> result = Co.Spawn(async Coroutine<int> () => 1);
                Fiber created = Co.Create(async Coroutine () => { });
                Assert.Equal([spawned, later, result], started);
                created.Start();
                created.Start();
                Assert.Equal([spawned, later, result, created], started);
                await Co.JoinAllAsync(spawned, later, result, created);
            }
            finally
            {
                Co.Spawned -= OnSpawn;
            }

            await Co.Spawn(async Coroutine () => { }).JoinAsync();
            Assert.Equal(4, started.Count);
        });

        void OnSpawn(Fiber fiber) => started.Add(fiber);
    }

    [Fact]
    public void A_spawn_callback_that_fails_is_reported_and_harms_nobody()
    {
        List<Exception> reports = [];
        LoopScheduler loop = new(Virtual.Clock());
        loop.FiberFailed += (_, report) => reports.Add(report.Error);
        Action<Fiber> fail = _ => throw new FormatException();
        loop.Run(async Coroutine () =>
        {
            Co.Spawned += fail;
            try
            {
                await Co.Spawn(async Coroutine () => _log.Add("ran"));
            }
            finally
            {
                Co.Spawned -= fail;
            }
        });
        _log.ShouldBe("ran");
        Assert.IsType<FormatException>(Assert.Single(reports).InnerException);
    }

    [Fact]
    public void T20_idents_are_small_unique_among_the_living_and_reused() =>
        Run(async Coroutine () =>
        {
            Fiber<int>[] alive = [.. Enumerable.Range(0, 3).Select(_ => Co.Spawn(async Coroutine<int> () =>
            {
                await Co.SleepAsync(Timeout.Infinite);
                return 0;
            }))];
            await Co.YieldAsync();
            int[] idents = [.. alive.Select(fiber => fiber.Ident)];
            Assert.Equal(idents, alive.Select(fiber => fiber.Ident));
            Assert.Equal(3, idents.Distinct().Count());

            int highest = 0;
            for (int i = 0; i < 1000; i++)
            {
                Fiber brief = Co.Spawn(async Coroutine () => await Co.SleepAsync(1));
                int ident = i > 0 ? brief.Ident : await Task.Run(() => brief.Ident);
                Assert.Equal(ident, brief.Ident);
                Assert.DoesNotContain(ident, idents);
                highest = Math.Max(highest, ident);
                await brief.JoinAsync();
                Assert.Equal(0, brief.Ident);
            }

            // No other test asks for idents.
            Assert.Equal(4, highest);
            alive[0].Cancel();
            await Co.YieldAsync();
            Fiber next = Co.Spawn(async Coroutine () => await Co.YieldAsync());
            Assert.Equal(idents[0], next.Ident);
            Co.CancelAll([next, alive[1], alive[2]]);
        });

    [Fact]
    public void A_fiber_that_nobody_asked_for_its_ident_is_recycled_as_ever() =>
        Run(async Coroutine () =>
        {
            Fiber fiber = Co.Spawn(async Coroutine () => { });
            await fiber.JoinAsync();
            Assert.Equal(0, fiber.Ident);
            Assert.Null(fiber.Spawner);
            Assert.False(fiber.HasLinks);
        });
}
