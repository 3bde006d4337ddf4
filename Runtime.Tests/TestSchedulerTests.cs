namespace CoGen.Tests;

public class TestSchedulerTests
{
    [Fact]
    public void The_same_seed_makes_the_same_order()
    {
        Assert.Equal(OrderUnder(TestScheduler.FromSeed(7)), OrderUnder(TestScheduler.FromSeed(7)));
        Assert.True(Enumerable.Range(0, 20).Select(seed => OrderUnder(TestScheduler.FromSeed(seed))).Distinct().Count() > 10);
    }

    [Fact]
    public void Without_choices_the_order_is_that_of_the_loop() => Assert.Equal("1a 2a 3a 1b 2b 3b", OrderUnder(TestScheduler.FromChoices()));

    [Fact]
    public void Choices_say_who_runs() => Assert.Equal("3a 1a 2a 3b 1b 2b", OrderUnder(TestScheduler.FromChoices(2)));

    [Fact]
    public void A_lost_update_is_found_by_exploring_and_can_be_replayed()
    {
        InterleavingException found = Assert.Throws<InterleavingException>(() => TestScheduler.Explore(LoseAnUpdate));
        Assert.Contains("TestScheduler.FromChoices(", found.Message, StringComparison.Ordinal);

        int[] choices = [.. found.Message.Split('(', ')')[1].Split(',', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse)];
        InterleavingException again = Assert.Throws<InterleavingException>(() => TestScheduler.FromChoices(choices).Run(LoseAnUpdate));
        Assert.Equal(found.InnerException!.Message, again.InnerException!.Message);
    }

    [Fact]
    public void A_lost_update_is_found_by_seeds_and_can_be_replayed()
    {
        int seed = Enumerable.Range(0, 100).First(seed => Record.Exception(() => TestScheduler.FromSeed(seed).Run(LoseAnUpdate)) is not null);
        InterleavingException found = Assert.Throws<InterleavingException>(() => TestScheduler.FromSeed(seed).Run(LoseAnUpdate));
        Assert.Contains($"TestScheduler.FromSeed({seed})", found.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Exploring_visits_every_order()
    {
        HashSet<string> orders = [];
        Exploration exploration = TestScheduler.Explore(
            async () =>
            {
                Log log = new();
                await Co.JoinAllAsync([.. Enumerable.Range(1, 3).Select(i => Co.Spawn(() => { log.Add(i); return default(Coroutine); }))]);
                orders.Add(log.ToString());
            },
            maxDelays: 100);
        Assert.True(exploration.IsComplete);
        Assert.Equal(6, orders.Count);
    }

    [Fact]
    public void Exploring_stops_at_its_limit()
    {
        Exploration exploration = TestScheduler.Explore(() => Order(new Log()), maxDelays: 100, maxRuns: 10);
        Assert.Equal(new Exploration(10, IsComplete: false), exploration);
    }

    [Fact]
    public void A_fiber_that_fails_with_nobody_looking_fails_the_run()
    {
        InterleavingException error = Assert.Throws<InterleavingException>(() => TestScheduler.FromSeed(1).Run(Careless));
        Assert.IsType<FormatException>(error.InnerException);
        TestScheduler tolerant = TestScheduler.FromSeed(1);
        tolerant.ToleratesFailures = true;
        tolerant.Run(Careless);

        static async Coroutine Careless()
        {
            Co.Spawn(() => throw new FormatException("nobody looks"));
            await Co.SleepAsync(1);
        }
    }

    [Fact]
    public void A_deadlock_in_one_order_is_found()
    {
        InterleavingException error = Assert.Throws<InterleavingException>(() => TestScheduler.Explore(async () =>
        {
            CoSemaphore left = new();
            CoSemaphore right = new();
            await Co.JoinAllAsync(Co.Spawn(Both, left, right), Co.Spawn(Both, right, left));
        }));
        Assert.IsType<DeadlockException>(error.InnerException);

        static async Coroutine Both(CoSemaphore first, CoSemaphore second)
        {
            await first.WaitAsync();
            await Co.YieldAsync();
            await second.WaitAsync();
            second.Release();
            first.Release();
        }
    }

    [Fact]
    public void Fibers_that_yield_for_ever_end_the_run()
    {
        InterleavingException error = Assert.Throws<InterleavingException>(() => TestScheduler.FromSeed(1).Run(async () =>
        {
            for (int i = 0; i < 2; i++) Co.Spawn(Spin);
            await Co.SleepAsync(1);
        }));
        Assert.Contains("yield for ever", error.Message, StringComparison.Ordinal);

        static async Coroutine Spin()
        {
            while (true) await Co.YieldAsync();
        }
    }

    [Theory]
    [Interleavings(20)]
    public void A_theory_runs_under_many_seeds(TestScheduler scheduler)
    {
        int total = 0;
        scheduler.Run(async () =>
        {
            CoSemaphore one = new();
            await Co.JoinAllAsync([.. Enumerable.Range(0, 5).Select(_ => Co.Spawn(async () =>
            {
                await one.WaitAsync();
                int seen = total;
                await Co.YieldAsync();
                total = seen + 1;
                one.Release();
            }))]);
        });
        Assert.Equal(5, total);
    }

    [Fact]
    public void A_switch_between_greenlets_is_no_choice()
    {
        TestScheduler.Explore(async () =>
        {
            Co.Spawn(async () => await Co.YieldAsync());
            object? answer = await new Greenlet(async value => (object?)((int)value! + 1)).SwitchAsync(1);
            Assert.Equal(2, answer);
        });
    }

    private static async Coroutine LoseAnUpdate()
    {
        int count = 0;
        await Co.JoinAllAsync(Co.Spawn(Add), Co.Spawn(Add));
        Assert.Equal(2, count);

        async Coroutine Add()
        {
            int seen = count;
            if (seen == 0) await Co.YieldAsync();
            await Co.YieldAsync();
            count = seen + 1;
        }
    }

    private static string OrderUnder(TestScheduler scheduler)
    {
        Log log = new();
        scheduler.Run(() => Order(log));
        return log.ToString();
    }

    private static async Coroutine Order(Log log)
    {
        await Co.JoinAllAsync([.. Enumerable.Range(1, 3).Select(i => Co.Spawn(
            async i =>
            {
                log.Add($"{i}a");
                await Co.YieldAsync();
                log.Add($"{i}b");
            },
            i))]);
    }
}
