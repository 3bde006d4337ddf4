namespace CoGen.Tests;

public class IdleTests
{
    private static readonly TimeSpan s_second = TimeSpan.FromSeconds(1);

    [Fact]
    public void T30_With_nothing_to_come_WhenIdle_is_over_at_once()
    {
        TimeSpan took = Virtual.Run(async () =>
        {
            Assert.True(await Co.WhenIdleAsync(s_second));
            await Co.WhenIdleAsync();
        });
        Assert.Equal(TimeSpan.Zero, took);
    }

    [Fact]
    public void T30_A_fiber_to_come_is_waited_for_and_unharmed_by_a_timeout()
    {
        TimeSpan took = Virtual.Run(async () =>
        {
            bool ran = false;
            Co.SpawnAfter(10 * s_second, () => { ran = true; return default(Coroutine); });
            Assert.False(await Co.WhenIdleAsync(s_second));
            Assert.True(await Co.WhenIdleAsync(20 * s_second));
            Assert.True(ran);
        });
        Assert.Equal(10 * s_second, took);
    }

    [Fact]
    public void T30_Fibers_in_the_background_do_not_delay_it()
    {
        TimeSpan took = Virtual.Run(async () =>
        {
            Co.Spawn(async () => await Co.SleepAsync(10 * s_second)).InBackground();
            Co.Spawn(async () => await Co.SleepAsync(s_second));
            Assert.True(await Co.WhenIdleAsync(20 * s_second));
        });
        Assert.Equal(s_second, took);
    }

    [Fact]
    public void Fibers_that_wait_for_ever_are_idle()
    {
        Virtual.Run(async () =>
        {
            Fiber waiting = Co.Spawn(() => new CoSemaphore(0).WaitAsync());
            Assert.True(await Co.WhenIdleAsync(s_second));
            Assert.Equal(FiberState.Waiting, waiting.State);
        });
    }

    [Fact]
    public void A_task_to_come_is_waited_for()
    {
        Virtual.Run(async () =>
        {
            bool ran = false;
            Co.Spawn(async () =>
            {
                await Task.Delay(1);
                ran = true;
            });
            await Co.WhenIdleAsync();
            Assert.True(ran);
        });
    }

    [Fact]
    public void YieldUntilQuiet_lets_the_others_run_until_all_wait()
    {
        Log log = new();
        Virtual.Run(async () =>
        {
            for (int i = 1; i <= 2; i++)
            {
                Co.Spawn(
                    async i =>
                    {
                        for (int turn = 1; turn <= 3; turn++)
                        {
                            log.Add($"{i}.{turn}");
                            await Co.YieldAsync();
                        }

                        await Co.SleepAsync(s_second);
                        log.Add("late");
                    },
                    i);
            }

            await Co.YieldUntilQuietAsync();
            log.Add("quiet");
        });
        log.ShouldBe("1.1 2.1 1.2 2.2 1.3 2.3 quiet");
    }

    [Fact]
    public void A_kill_ends_it()
    {
        Virtual.Run(async () =>
        {
            Fiber idler = Co.Spawn(() => Co.WhenIdleAsync());
            Co.Spawn(async () => await Co.SleepAsync(s_second));
            await Co.YieldAsync();
            await idler.KillAsync();
            Assert.Equal(FiberState.Killed, idler.State);
        });
    }

    [Fact]
    public void Plain_code_waits_for_its_loop()
    {
        bool ran = false;
        Co.SpawnAfter(TimeSpan.FromMilliseconds(1), () => { ran = true; return default(Coroutine); });
        Co.WhenIdle();
        Assert.True(ran);
        Co.YieldUntilQuiet();
    }
}
