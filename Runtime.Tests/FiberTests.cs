using static CoGen.Tests.Virtual;

namespace CoGen.Tests;

public class FiberTests : Staged
{
    [Fact]
    public void A_fiber_goes_through_its_states() =>
        Virtual.Run(async Coroutine () =>
        {
            FiberState inside = default;
            Fiber fiber = default;
            fiber = Co.Spawn(async Coroutine () =>
            {
                inside = fiber.State;
                await Co.YieldAsync();
                await Co.SleepAsync(1);
            });
            Assert.Equal(FiberState.Created, fiber.State);
            await Co.YieldAsync();
            Assert.Equal(FiberState.Running, inside);
            Assert.Equal(FiberState.Ready, fiber.State);
            await Co.YieldAsync();
            Assert.Equal(FiberState.Waiting, fiber.State);
            Assert.False(fiber.IsFinished);
            await fiber.JoinAsync();
            Assert.Equal(FiberState.Succeeded, fiber.State);
            Assert.True(fiber.IsFinished);
        });

    [Fact]
    public void Names_and_ids_tell_fibers_apart() =>
        Run(async Coroutine () =>
        {
            Fiber first = Co.Spawn(async Coroutine () => await Co.YieldAsync());
            Fiber second = Co.Spawn(async Coroutine () => await Co.YieldAsync()).Named("second");
            Assert.Equal($"Fiber-{first.Id}", first.Name);
            Assert.Equal("second", second.Name);
            Assert.NotEqual(first.Id, second.Id);
            Assert.NotEqual(first, second);
            Assert.Equal("second", second.ToString());
            await Co.JoinAllAsync(first, second);
            Assert.Equal("second", second.Name);
        });

    [Fact]
    public void A_handle_stays_true_when_the_fiber_behind_it_is_recycled() =>
        Run(async Coroutine () =>
        {
            List<Fiber> handles = [];
            for (int i = 0; i < 100; i++)
            {
                Fiber fiber = Co.Spawn(async Coroutine () => await Co.YieldAsync());
                await fiber.JoinAsync();
                handles.Add(fiber);
            }

            Fiber alive = Co.Spawn(async Coroutine () => await Co.SleepAsync(Timeout.Infinite));
            await Co.SleepAsync(1);
            Assert.Equal(101, handles.Append(alive).Distinct().Count());
            Assert.All(handles, fiber => Assert.Equal(FiberState.Succeeded, fiber.State));
            Assert.All(handles, fiber => Assert.Null(fiber.Exception));
            foreach (Fiber fiber in handles)
            {
                fiber.Cancel();
                Assert.True(await fiber.JoinAsync(TimeSpan.Zero));
            }

            Assert.Equal(FiberState.Waiting, alive.State);
            await alive.KillAsync();
        });

    [Fact]
    public void Arguments_and_results_of_all_arities_come_through() =>
        Run(async Coroutine () =>
        {
            Log log = new();
            await Co.JoinAllAsync(
                Co.Spawn(async Coroutine () => log.Add("0")),
                Co.Spawn(async Coroutine (int a) => log.Add($"{a}"), 1),
                Co.Spawn(async Coroutine (int a, string b) => log.Add($"{a}{b}"), 1, "2"),
                Co.Spawn(async Coroutine (int a, string b, char c) => log.Add($"{a}{b}{c}"), 1, "2", '3'),
                Co.Spawn(async Coroutine (int a, string b, char c, long d) => log.Add($"{a}{b}{c}{d}"), 1, "2", '3', 4L));
            log.ShouldBeInAnyOrder("0 1 12 123 1234");

            Assert.Equal("", await Co.Spawn(async Coroutine<string> () => ""));
            Assert.Equal("1", await Co.Spawn(async Coroutine<string> (int a) => $"{a}", 1));
            Assert.Equal("12", await Co.Spawn(async Coroutine<string> (int a, int b) => $"{a}{b}", 1, 2));
            Assert.Equal("123", await Co.Spawn(async Coroutine<string> (int a, int b, int c) => $"{a}{b}{c}", 1, 2, 3));
            Assert.Equal("1234", await Co.Spawn(async Coroutine<string> (int a, int b, int c, int d) => $"{a}{b}{c}{d}", 1, 2, 3, 4));
        });

    [Fact]
    public void Plain_delegates_run_as_they_are()
    {
        Log log = new();
        Fiber<int> sum = Co.Spawn((int a, int b) => a + b, 2, 3);
        Co.Spawn((string text) => log.Add(text), "plain").Join();
        Assert.Equal(5, sum.Result);
        Assert.Equal(6, Co.Run(() => 6));
        log.ShouldBe("plain");
    }

    [Fact]
    public void Nothing_to_run_is_refused_at_once()
    {
        Assert.Throws<ArgumentNullException>(() => Co.Spawn((Action)null!));
        Assert.Throws<ArgumentNullException>(() => Co.Spawn((Func<Coroutine>)null!));
        Assert.Throws<ArgumentNullException>(() => Co.Run((Func<int>)null!));
        Assert.Throws<InvalidOperationException>(() => default(Fiber).Join());
    }

    [Fact]
    public void Join_waits_no_longer_than_told() =>
        Run(async Coroutine () =>
        {
            Fiber fiber = Co.Spawn(async Coroutine () => await Co.SleepAsync(10));
            Assert.False(await fiber.JoinAsync(Ms(9)));
            Assert.True(await fiber.JoinAsync(Ms(1)));
            Assert.True(await fiber.JoinAsync(TimeSpan.Zero));
        });

    [Fact]
    public void Plain_code_joins_sleeps_and_reads_results_by_pumping_its_loop()
    {
        Log log = new();
        Fiber<int> fiber = Co.Spawn(async Coroutine<int> () =>
        {
            log.Add("ran");
            await Co.YieldAsync();
            return 42;
        });
        Co.Sleep(1);
        log.Add("slept");
        Assert.Equal(42, fiber.Result);
        Assert.Equal(42, fiber.GetResult());
        Assert.True(fiber.Join(TimeSpan.Zero));
        log.ShouldBe("ran slept");
    }

    [Fact]
    public void JoinAll_takes_the_same_fiber_twice_and_collects_results() =>
        Run(async Coroutine () =>
        {
            Fiber a = Co.Spawn(async Coroutine () => await Co.SleepAsync(2));
            Fiber b = Co.Spawn(async Coroutine () => await Co.SleepAsync(1));
            await Co.JoinAllAsync(a, b, a);
            Assert.True(a.IsFinished && b.IsFinished);

            int[] results = await Co.JoinAllAsync(Enumerable.Range(0, 10).Select(i => Co.Spawn(async Coroutine<int> (int i) =>
            {
                await Co.SleepAsync(10 - i);
                return i * i;
            }, i)));
            Assert.Equal(Enumerable.Range(0, 10).Select(i => i * i), results);
        });

    [Fact]
    public void Current_is_the_fiber_that_runs_and_none_in_plain_code()
    {
        Assert.Null(Co.Current);
        Assert.Equal(CancellationToken.None, Co.Token);
        Run(async Coroutine () =>
        {
            Fiber fiber = Co.Spawn(async Coroutine () =>
            {
                Assert.Equal("me", Co.Current?.Name);
                await Co.YieldAsync();
                Assert.Equal("me", Co.Current?.Name);
                Assert.Equal(Co.Current?.Token, Co.Token);
            }).Named("me");
            await fiber;
        });
        Assert.Null(Co.Current);
    }

    [Fact]
    public async Task A_fiber_can_be_awaited_from_async_code()
    {
        (Fiber<int> good, Fiber bad) = (default, default);
        using ManualResetEventSlim spawned = new();
        Thread thread = new(() =>
        {
            good = Co.Spawn(async Coroutine<int> () =>
            {
                await Task.Yield();
                return 5;
            });
            bad = Co.Spawn(Fail);
            spawned.Set();
            Co.JoinAll(good, bad);
        });
        thread.Start();
        spawned.Wait(TestContext.Current.CancellationToken);

        Assert.Equal(5, await good);
        Assert.Equal(5, await good.AsTask());
        await Assert.ThrowsAsync<FormatException>(async () => await bad);
        await Assert.ThrowsAsync<FormatException>(() => bad.AsTask());
        thread.Join();

        static async Coroutine Fail()
        {
            await Task.Yield();
            throw new FormatException("expected by this test");
        }
    }
}
