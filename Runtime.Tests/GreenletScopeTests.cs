namespace CoGen.Tests;

/// <summary>Timeouts and shields belong to the greenlet that opened them.</summary>
public class GreenletScopeTests
{
    private static readonly TimeSpan s_second = TimeSpan.FromSeconds(1);

    [Fact]
    public void A_timeout_interrupts_the_greenlet_that_opened_it_and_no_other()
    {
        Log log = new();
        Virtual.Run(async () =>
        {
            Greenlet other = new(async () =>
            {
                await Co.SleepAsync(5 * s_second);
                log.Add("other");
                Assert.Equal(Timeout.InfiniteTimeSpan, Co.TimeLeft);
            });
            using TimeoutScope limit = Co.TimeoutAfter(s_second);
            await other.SwitchAsync();
            log.Add(limit.HasExpired);
            try
            {
                await Co.SleepAsync(s_second);
            }
            catch (ScopeTimeoutException error)
            {
                log.Add(error.Scope == limit);
            }
        });
        log.ShouldBe("other True True");
    }

    [Fact]
    public void A_greenlet_may_end_or_be_left_with_a_scope_open()
    {
        Virtual.Run(async () =>
        {
            TimeoutScope left = new(s_second);
            Greenlet root = Greenlet.Current;
            Greenlet greenlet = new(async () =>
            {
                left.Start();
                await root.SwitchAsync();
            });
            await greenlet.SwitchAsync();
            await Co.SleepAsync(2 * s_second);
            left.Close();
            await greenlet.SwitchAsync();
            Fiber fiber = Co.Spawn(async () => await new Greenlet(async () =>
            {
                Co.TimeoutAfter(s_second);
                await Greenlet.Current.Parent!.SwitchAsync();
            }).SwitchAsync());
            await fiber.JoinAsync();
            await Co.SleepAsync(2 * s_second);
        });
    }

    [Fact]
    public void A_shield_holds_in_its_own_greenlet_only()
    {
        Log log = new();
        Virtual.Run(async () =>
        {
            Fiber fiber = Co.Spawn(async () =>
            {
                Greenlet other = new(async () =>
                {
                    try { await Co.SleepAsync(5 * s_second); }
                    catch (FiberKilledException) { log.Add("other killed"); }
                });
                using (Co.Shield())
                {
                    await other.SwitchAsync();
                    await Co.SleepAsync(s_second);
                    log.Add("shielded");
                }
            });
            await Co.YieldAsync();
            await fiber.KillAsync();
        });
        log.ShouldBe("other killed shielded");
    }

    [Fact]
    public void A_kill_with_an_error_passes_through_the_disposal_it_hits()
    {
        LoopScheduler loop = new(Virtual.Clock());
        loop.FiberFailed += (_, _) => { };
        loop.Run(async () =>
        {
            FormatException kill = new();
            Fiber fiber = Co.Spawn(async () =>
            {
                Greenlet greenlet = new(async () =>
                {
                    try { await Greenlet.Current.Parent!.SwitchAsync(); }
                    finally { await Co.SleepAsync(s_second); }
                });
                await greenlet.SwitchAsync();
                await greenlet.DisposeAsync();
            });
            await Co.YieldAsync();
            await fiber.KillAsync(kill);
            Assert.Same(kill, fiber.Exception);
        });
    }
}
