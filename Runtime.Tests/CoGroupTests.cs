using static CoGen.Tests.Virtual;

namespace CoGen.Tests;

public class CoGroupTests : Staged
{
    [Fact]
    public void T63_A_group_knows_who_runs_in_it_and_waits_until_it_is_empty()
    {
        Run(async () =>
        {
            CoGroup group = new();
            Assert.True(await group.JoinAsync(Ms(1)));
            Fiber first = group.Spawn(() => Co.SleepAsync(10));
            Fiber<int> second = group.Spawn(async () =>
            {
                await Co.SleepAsync(20);
                return 5;
            });
            Assert.Equal([first, second], group.ToArray());
            Assert.True(group.Contains(first));
            Assert.False(await group.JoinAsync(Ms(5)));
            await first.JoinAsync();
            Assert.False(group.Contains(first));
            Assert.Equal(second, Assert.Single(group));
            await group.JoinAsync();
            Assert.Empty(group);
            Assert.True(group.IsReady);
            Assert.Equal(5, second.Result);
        });
    }

    [Fact]
    public void Fibers_are_taken_in_and_out_while_they_run()
    {
        Run(async () =>
        {
            CoGroup group = new();
            Fiber fiber = Co.Spawn(() => Co.SleepAsync(10));
            group.Add(fiber);
            group.Add(fiber);
            Assert.Single(group);
            Assert.True(group.Remove(fiber));
            Assert.False(group.Remove(fiber));
            Assert.Empty(group);
            Assert.True(group.TryAdd(fiber));
            await group.JoinAsync();
            Assert.True(fiber.IsFinished);
            group.Add(fiber);
            Assert.Empty(group);
        });
    }

    [Fact]
    public void A_fiber_may_be_in_two_groups()
    {
        Run(async () =>
        {
            CoGroup one = new();
            CoGroup other = new();
            Fiber fiber = one.Spawn(() => Co.SleepAsync(1));
            other.Add(fiber);
            await one.JoinAsync();
            Assert.Empty(other);
        });
    }

    [Fact]
    public void A_fiber_killed_before_its_first_turn_leaves_the_group()
    {
        Run(async () =>
        {
            CoGroup group = new();
            bool ran = false;
            Fiber fiber = group.Spawn(() =>
            {
                ran = true;
                return default(Coroutine);
            });
            await fiber.KillAsync();
            Assert.Empty(group);
            Assert.False(ran);
        });
    }

    [Fact]
    public void T71_A_kill_ends_all_and_also_those_that_come_in_meanwhile()
    {
        Run(async () =>
        {
            CoGroup group = new();
            bool lateRan = false;
            group.Spawn(async () =>
            {
                try
                {
                    await Co.SleepAsync(1000);
                }
                finally
                {
                    group.Spawn(() =>
                    {
                        lateRan = true;
                        return Co.SleepAsync(1000);
                    });
                }
            });
            group.Spawn(() => Co.SleepAsync(1000));
            await Co.SleepAsync(1);
            await group.KillAsync();
            Assert.Empty(group);
            Assert.False(lateRan);
        });
    }

    [Fact]
    public void T71_A_cancelled_member_counts_until_it_has_ended()
    {
        Virtual.Run(async () =>
        {
            CoGroup group = new();
            group.Spawn(() => Co.SleepAsync(1000));
            await Co.YieldAsync();
            group.Cancel();
            Assert.Single(group);
            await Co.YieldAsync();
            Assert.Empty(group);
        });
    }

    [Fact]
    public void T71_A_member_that_lives_on_is_killed_only_once_by_its_group()
    {
        Run(async () =>
        {
            CoGroup group = new();
            int shots = 0;
            Fiber undead = group.Spawn(async () =>
            {
                while (true)
                {
                    try
                    {
                        await Co.SleepAsync(1000);
                        return;
                    }
                    catch (FiberKilledException)
                    {
                        shots++;
                    }
                }
            });
            await Co.SleepAsync(1);
            group.Cancel();
            Assert.True(group.Cancel(undead));
            Assert.False(await group.KillAsync(Ms(10)));
            Assert.False(await group.KillAsync(Ms(10)));
            Assert.Equal(1, shots);
            Assert.Single(group);
            undead.Cancel(new TimeoutException("enough"));
            await group.JoinAsync();
            Assert.IsType<TimeoutException>(undead.Exception);
        });
    }

    [Fact]
    public void A_kill_may_throw_another_error()
    {
        Run(async () =>
        {
            CoGroup group = new();
            Fiber fiber = group.Spawn(async () =>
            {
                try
                {
                    await Co.SleepAsync(1000);
                }
                catch (FormatException)
                {
                }
            });
            await Co.SleepAsync(1);
            Assert.True(await group.KillAsync(new FormatException(), Ms(10)));
            Assert.Equal(FiberState.Succeeded, fiber.State);
        });
    }

    [Fact]
    public void A_member_that_kills_its_group_dies_with_it()
    {
        Run(async () =>
        {
            CoGroup group = new();
            Fiber other = group.Spawn(() => Co.SleepAsync(1000));
            Fiber self = group.Spawn(() => group.KillAsync());
            await group.JoinAsync();
            Assert.Equal(FiberState.Killed, other.State);
            Assert.Equal(FiberState.Killed, self.State);
        });
    }

    [Fact]
    public void A_member_that_waits_for_its_group_to_be_empty_is_told()
    {
        Run(async () =>
        {
            CoGroup group = new();
            await await group.SpawnAsync(async () =>
            {
                InvalidOperationException error = Assert.Throws<InvalidOperationException>(() => { group.JoinAsync(); });
                Assert.Contains("is in it", error.Message, StringComparison.Ordinal);
                await Throws<InvalidOperationException>(async () => await group.JoinOrThrowAsync());
            });
        });
    }

    [Fact]
    public void A_join_throws_the_failure_that_came_first_if_asked_to()
    {
        LoopScheduler loop = new(Virtual.Clock());
        loop.FiberFailed += (_, _) => { };
        loop.Run(async () =>
        {
            CoGroup group = new();
            Fiber endless = group.Spawn(() => Co.SleepAsync(Timeout.Infinite));
            group.Spawn(() => FailAfter(20, new FormatException("slow")));
            group.Spawn(() => FailAfter(10, new FormatException("fast")));
            FormatException error = await Throws<FormatException>(async () => await group.JoinOrThrowAsync());
            Assert.Equal("fast", error.Message);
            Assert.False(endless.IsFinished);
            Assert.False(await group.JoinAsync(Ms(100)));
            Assert.False(await group.JoinOrThrowAsync(Ms(1)));
            endless.Cancel();
            Assert.True(await group.JoinOrThrowAsync(Ms(1)));
        });

        static async Coroutine FailAfter(int milliseconds, Exception error)
        {
            await Co.SleepAsync(milliseconds);
            throw error;
        }
    }

    [Fact]
    public void Plain_code_joins_and_kills()
    {
        CoGroup group = new();
        group.Spawn(() => Co.SleepAsync(1));
        group.Join();
        group.Spawn(() => Co.SleepAsync(Timeout.Infinite));
        Assert.False(group.Join(TimeSpan.Zero));
        group.Kill();
        Assert.Empty(group);
        Assert.Equal(3, group.Apply(x => new Coroutine<int>(x + 1), 2));
    }

    [Fact]
    public void A_group_can_be_waited_for_among_others()
    {
        Run(async () =>
        {
            CoGroup group = new();
            CoSemaphore never = new(0);
            group.Spawn(() => Co.SleepAsync(1));
            Assert.Equal(1, await Co.WaitAnyAsync(never, group));
        });
        DeadlockException deadlock = Assert.Throws<DeadlockException>(() => Run(async () =>
        {
            CoGroup group = new() { Name = "workers" };
            group.Spawn(() => Co.SleepAsync(Timeout.Infinite));
            await group.JoinAsync();
        }));
        Assert.Contains("the end of all in CoGroup 'workers'", deadlock.Message, StringComparison.Ordinal);
    }
}
