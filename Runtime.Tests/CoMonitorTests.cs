using static CoGen.Tests.Virtual;

namespace CoGen.Tests;

public class CoMonitorTests
{
    private readonly Log _log = new();
    private readonly object _gate = new();
    private readonly Lock _lock = new();

    [Fact]
    public void One_fiber_at_a_time_holds_an_object_first_come_first_served() => Run(async () =>
    {
        Fiber[] all = [.. Enumerable.Range(0, 4).Select(n => Co.Spawn(async Coroutine () => await Work(n)))];
        await Co.JoinAllAsync(all);
        _log.ShouldBe("0( 0) 1( 1) 2( 2) 3( 3)");

        async Coroutine Work(int n)
        {
            using (await CoMonitor.EnterAsync(_gate))
            {
                _log.Add($"{n}(");
                await Co.SleepAsync(5);
                _log.Add($"{n})");
            }
        }
    });

    [Fact]
    public void Its_fiber_enters_again_in_all_ways() => Run(async () =>
    {
        using (await CoMonitor.EnterAsync(_gate))
        using (await CoMonitor.EnterAsync(_gate))
        using (await CoMonitor.EnterBrieflyAsync(_gate))
        {
            Assert.True(Monitor.IsEntered(_gate));
            lock (_gate) Assert.True(Monitor.IsEntered(_gate));
            await Co.YieldAsync();
        }

        Assert.False(Monitor.IsEntered(_gate));
    });

    [Fact]
    public void Who_enters_briefly_waits_for_a_fiber_of_the_same_thread() => Run(async () =>
    {
        Fiber holder = Co.Spawn(async () =>
        {
            using (await CoMonitor.EnterAsync(_gate))
            {
                await Co.SleepAsync(5);
                _log.Add("left");
            }
        });
        await Co.YieldAsync();
        using (await CoMonitor.EnterBrieflyAsync(_gate)) _log.Add("entered");
        await holder;
        _log.ShouldBe("left entered");
    });

    [Fact]
    public void On_a_loop_plain_code_of_other_threads_is_kept_out_across_waits() => Run(async () =>
    {
        using (await CoMonitor.EnterAsync(_gate))
        using (await CoMonitor.EnterAsync(_lock))
        {
            await Co.SleepAsync(5);
            bool entered = true;
            Thread other = new(() => entered = Monitor.TryEnter(_gate) || _lock.TryEnter());
            other.Start();
            other.Join();
            Assert.False(entered);
        }

        Assert.False(Monitor.IsEntered(_gate));
        Assert.False(_lock.IsHeldByCurrentThread);
    });

    [Fact]
    public void A_fiber_waits_for_a_thread_while_others_of_its_loop_run()
    {
        using ManualResetEventSlim entered = new();
        using ManualResetEventSlim leave = new();
        Thread holder = new(() =>
        {
            lock (_gate)
            {
                entered.Set();
                leave.Wait();
            }
        });
        holder.Start();
        entered.Wait(TestContext.Current.CancellationToken);
        new LoopScheduler().Run(async () =>
        {
            Fiber waiter = Co.Spawn(async () =>
            {
                using (await CoMonitor.EnterAsync(_gate)) await Co.YieldAsync();
            });
            Fiber brief = Co.Spawn(async () =>
            {
                using (await CoMonitor.EnterBrieflyAsync(_gate)) await default(Coroutine);
            });
            await Co.SleepAsync(1);
            Assert.False(waiter.IsFinished || brief.IsFinished);
            leave.Set();
            await waiter;
            await brief;
        });
        holder.Join();
    }

    [Fact]
    public void Kills_and_errors_leave_it() => Run(async () =>
    {
        Fiber holder = Co.Spawn(async () =>
        {
            using (await CoMonitor.EnterAsync(_gate)) await Co.SleepAsync(Timeout.Infinite);
        });
        Fiber waiter = Co.Spawn(async () =>
        {
            using (await CoMonitor.EnterAsync(_gate)) _log.Add("never");
        });
        await Co.YieldAsync();
        waiter.Cancel();
        holder.Cancel();
        await Co.JoinAllAsync([holder, waiter], TimeSpan.FromSeconds(1));
        using (await CoMonitor.EnterAsync(_gate)) _log.Add("free");
        _log.ShouldBe("free");
    });

    [Fact]
    public void Null_is_refused_as_the_lock_statement_refuses_it() => Run(async () =>
    {
        Assert.Throws<ArgumentNullException>(() => { CoMonitor.EnterAsync((object)null!); });
        Assert.Throws<ArgumentNullException>(() => { CoMonitor.EnterBrieflyAsync((object)null!); });
        Assert.Throws<NullReferenceException>(() => { CoMonitor.EnterAsync((Lock)null!); });
        Assert.Throws<NullReferenceException>(() => { CoMonitor.EnterBrieflyAsync((Lock)null!); });
        await Co.YieldAsync();
    });

    [Fact]
    public void On_a_pool_fibers_exclude_each_other_and_brief_holders_exclude_threads()
    {
        int inside = 0;
        int count = 0;
        new PoolScheduler().Run(async () =>
        {
            Fiber[] all = [.. Enumerable.Range(0, 50).Select(n => Co.Spawn(async Coroutine () =>
            {
                for (int i = 0; i < 20; i++)
                {
                    if (n % 2 == 0)
                    {
                        using (await CoMonitor.EnterAsync(_gate))
                        {
                            Assert.Equal(1, Interlocked.Increment(ref inside));
                            await Co.YieldAsync();
                            count++;
                            Interlocked.Decrement(ref inside);
                        }
                    }
                    else
                    {
                        using (await CoMonitor.EnterBrieflyAsync(_gate))
                        {
                            Assert.True(Monitor.IsEntered(_gate));
                            Assert.Equal(1, Interlocked.Increment(ref inside));
                            count++;
                            Interlocked.Decrement(ref inside);
                        }

                        await Co.YieldAsync();
                    }
                }
            }))];
            await Co.JoinAllAsync(all);
        });
        Assert.Equal(1000, count);
    }

    [Fact]
    public void A_fiber_that_holds_one_cannot_be_moved() => Run(async () =>
    {
        using (await CoMonitor.EnterAsync(_gate))
        {
            InvalidOperationException error = await Throws<InvalidOperationException>(static () => Co.SwitchToAsync(PoolScheduler.Default));
            Assert.Contains("it holds the lock of a Object", error.Message, StringComparison.Ordinal);
        }
    });
}
