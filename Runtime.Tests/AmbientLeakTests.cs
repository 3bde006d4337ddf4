namespace CoGen.Tests;

/// <summary>No fiber sees the ambient state of another, nor what is done between the turns.</summary>
public class AmbientLeakTests : Staged
{
    private static readonly AsyncLocal<string?> s_local = new();

    [Fact]
    public void What_an_inline_link_sets_no_fiber_sees() =>
        Run(async Coroutine () =>
        {
            s_local.Value = "own";
            Fiber ended = Co.Spawn(static () => default(Coroutine));
            string? seen = null;
            ended.OnEndInline(_ =>
            {
                seen = s_local.Value;
                s_local.Value = "link's";
            });
            for (int i = 0; i < 3; i++)
            {
                await Co.YieldAsync();
                Assert.Equal("own", s_local.Value);
            }

            await Co.SleepAsync(1);
            Assert.Null(seen);
        });

    [Fact]
    public void Flow_that_is_suppressed_across_a_wait_is_so_in_no_other_fiber_and_nothing_of_ones_own_is_lost() =>
        Run(async Coroutine () =>
        {
            s_local.Value = "own";
            bool isSuppressed = true;
            Fiber other = Co.Spawn(async Coroutine () =>
            {
                await Co.YieldAsync();
                isSuppressed = ExecutionContext.IsFlowSuppressed();
            });
            await Co.YieldAsync();
            ExecutionContext.SuppressFlow();
            await Co.YieldAsync();
            Assert.Equal("own", s_local.Value);
            await other;
            Assert.False(isSuppressed);
        });

    [Fact]
    public void A_coroutine_that_outlives_its_fiber_keeps_the_ambient_state() =>
        Run(async Coroutine () =>
        {
            s_local.Value = "others'";
            Promise<string?> seen = new();
            await Co.Spawn(async Coroutine () =>
            {
                s_local.Value = "own";
                _ = Outlive();
                await Co.YieldAsync();
            });
            Assert.Equal("own", await seen);
            Assert.Equal("others'", s_local.Value);

            async Coroutine Outlive()
            {
                for (int i = 0; i < 5; i++) await Co.YieldAsync();
                seen.SetResult(s_local.Value);
            }
        });

    [Fact]
    public void Plain_code_finds_its_own_state_after_a_deadlock_that_its_wait_cannot_end_with()
    {
        string? after = null;
        Thread thread = new(() =>
        {
            s_local.Value = "plain";
            ((LoopScheduler)Scheduler.Current).IsSelfContained = true;
            CoCondition changed = new();
            CoSemaphore never = new(0);
            changed.Lock.Enter();
            Co.Spawn(async Coroutine () =>
            {
                s_local.Value = "fiber's";
                await changed.Lock.EnterAsync();
                changed.Pulse();
                await Co.YieldAsync();
                await Co.YieldAsync();
                await never.WaitAsync();
            });
            Assert.Throws<DeadlockException>(() => changed.Wait());
            after = s_local.Value;
        });
        thread.Start();
        thread.Join();
        Assert.Equal("plain", after);
    }
}

public sealed class AmbientLeakTestsOnPool : AmbientLeakTests
{
    private protected override Scheduler Create(VirtualClock clock) => new PoolScheduler(clock);
}
