using CoGen.Patches;
using static CoGen.Tests.Virtual;

namespace CoGen.Tests;

/// <summary>Co.Blocking in a fiber: the others go on, run by another thread, and the loop comes back between turns.</summary>
public class BlockingRegionTests
{
    [Fact]
    public void The_others_go_on_while_a_fiber_blocks_and_it_goes_on_on_its_own_thread() =>
        Virtual.Run(async Coroutine () =>
        {
            using ManualResetEventSlim signal = new();
            int own = Environment.CurrentManagedThreadId;
            int relief = 0;
            Fiber other = Co.Spawn(async Coroutine () =>
            {
                relief = Environment.CurrentManagedThreadId;
                await Co.YieldAsync();
                signal.Set();
            });
            Co.Blocking(signal.Wait);
            Assert.Equal(own, Environment.CurrentManagedThreadId);
            Assert.NotEqual(own, relief);
            await other;
            Assert.Equal(own, Environment.CurrentManagedThreadId);
        });

    [Fact]
    public void Only_one_thread_at_a_time_runs_the_loop()
    {
        int inside = 0;
        int most = 0;
        int turns = 0;
        Virtual.Run(async Coroutine () =>
        {
            Fiber[] fibers =
            [
                .. Enumerable.Range(0, 8).Select(i => Co.Spawn(async Coroutine () =>
                {
                    for (int round = 0; round < 40; round++)
                    {
                        using ManualResetEventSlim signal = new();
                        Turn();
                        Fiber waker = Co.Spawn(async Coroutine () =>
                        {
                            Turn();
                            await Co.YieldAsync();
                            signal.Set();
                        });
                        if (round % 4 == 0) Co.Blocking(signal.Wait);
                        Turn();
                        await Co.YieldAsync();
                        Turn();
                        await waker;
                        Turn();
                    }
                })),
            ];
            foreach (Fiber fiber in fibers) await fiber;
        });
        Assert.Equal((1, 8 * 40 * 5), (most, turns));

        void Turn()
        {
            most = Math.Max(most, Interlocked.Increment(ref inside));
            turns++;
            Thread.SpinWait(100);
            Interlocked.Decrement(ref inside);
        }
    }

    [Fact]
    public void What_the_turn_has_set_before_is_still_set_in_the_turns_after() =>
        Virtual.Run(async Coroutine () =>
        {
            AsyncLocal<string> ambient = new();
            await Co.Spawn(async Coroutine () =>
            {
                ambient.Value = "before";
                Co.Blocking(() => ambient.Value += " and inside");
                await Co.YieldAsync();
                Assert.Equal("before and inside", ambient.Value);
            });
        });

    [Fact]
    public void Several_fibers_block_at_once_and_each_comes_back() =>
        Virtual.Run(async Coroutine () =>
        {
            using Barrier all = new(5);
            Log log = new();
            Fiber[] fibers =
            [
                .. Enumerable.Range(0, 4).Select(i => Co.Spawn(async Coroutine () =>
                {
                    int own = Environment.CurrentManagedThreadId;
                    Co.Blocking(all.SignalAndWait);
                    Assert.Equal(own, Environment.CurrentManagedThreadId);
                    await Co.YieldAsync();
                    log.Add(i);
                })),
            ];
            Co.Blocking(all.SignalAndWait);
            foreach (Fiber fiber in fibers) await fiber;
            log.ShouldBeInAnyOrder("0 1 2 3");
        });

    [Fact]
    public void What_is_called_is_plain_code_that_really_blocks_and_belongs_to_the_fiber() =>
        Virtual.Run(async Coroutine () =>
        {
            FiberLocal<string> local = new() { Value = "mine" };
            CoLock held = new();
            CoEvent signal = new();
            await held.EnterAsync();
            Fiber? self = Co.Current;
            Scheduler scheduler = Scheduler.Current;
            Fiber spawned = default;
            Co.Blocking(() =>
            {
                Assert.Equal(self, Co.Current);
                Assert.Equal(scheduler, Scheduler.Current);
                Assert.Equal("mine", local.Value);
                Assert.True(held.IsHeldByCurrent);
                spawned = Co.Spawn(async Coroutine () =>
                {
                    Assert.Equal(scheduler, Scheduler.Current);
                    signal.Set();
                    await Co.YieldAsync();
                });
                Co.Sleep(1);
                signal.Wait();
                spawned.Join();
            });
            held.Exit();
            await spawned;
        });

    [Fact]
    public void Spawns_with_a_delay_and_created_fibers_go_to_the_loop() =>
        Virtual.Run(async Coroutine () =>
        {
            Log log = new();
            Scheduler scheduler = Scheduler.Current;
            (Fiber later, Fiber held) = Co.Blocking(() => (
                Co.SpawnAfter(TimeSpan.FromMilliseconds(5), async Coroutine () => log.Add(Scheduler.Current == scheduler)),
                Co.Create(async Coroutine () => log.Add(Scheduler.Current == scheduler))));
            held.Start();
            await held;
            await later;
            log.ShouldBe("True True");
        });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Spawns_of_groups_pools_and_graphs_go_to_the_scheduler(bool onPool)
    {
        Scheduler here = onPool ? new PoolScheduler(Virtual.Clock()) : new LoopScheduler(Virtual.Clock());
        here.Run(async Coroutine () =>
        {
            CoGroup group = new();
            CoPool pool = new(1);
            CoDag<string, Scheduler> dag = new();
            (Fiber<Scheduler> inGroup, Fiber<Scheduler> inPool, Fiber<Scheduler> inDag) = Co.Blocking(() => (group.Spawn(Where), pool.Spawn(Where), dag.Spawn("one", [], _ => Where())));
            Assert.Equal([here, here, here], [await inGroup, await inPool, await inDag]);

            CoEvent mayEnd = new();
            await pool.SpawnAsync(async Coroutine () => await mayEnd.WaitAsync());
            Fiber<Scheduler> waited = Co.Blocking(() =>
            {
                Co.Spawn(async Coroutine () => mayEnd.Set());
                return pool.Spawn(Where);
            });
            Assert.Equal(here, await waited);
            Assert.Equal([here, here, here, here], Co.Blocking(() => (Scheduler[])[pool.Apply(Where), .. pool.Map([1, 2, 3], _ => Where())]));

            static async Coroutine<Scheduler> Where()
            {
                await Co.YieldAsync();
                return Scheduler.Current;
            }
        });
    }

    [Fact]
    public void A_regions_error_is_thrown_in_the_fiber_and_its_result_returned() =>
        Virtual.Run(async Coroutine () =>
        {
            using ManualResetEventSlim signal = new();
            Co.Spawn(async Coroutine () => signal.Set());
            Assert.Throws<NotSupportedException>(() => Co.Blocking(() =>
            {
                signal.Wait();
                throw new NotSupportedException();
            }));
            Assert.Equal(7, Co.Blocking(() => 7));
            Assert.Equal(7, Co.Blocking(() => Co.Blocking(() => 7)));
            await Co.YieldAsync();
        });

    [Fact]
    public void A_kill_cancels_the_token_and_is_thrown_at_the_next_wait()
    {
        Log log = new();
        Virtual.Run(async Coroutine () =>
        {
            Fiber blocked = Co.Spawn(async Coroutine () =>
            {
                CancellationToken token = Co.Token;
                Co.Blocking(() =>
                {
                    Assert.Equal(token, Co.Token);
                    token.WaitHandle.WaitOne();
                });
                log.Add("after");
                await Co.YieldAsync();
                log.Add("never");
            });
            await Co.YieldAsync();
            await blocked.KillAsync();
            Assert.Equal(FiberState.Killed, blocked.State);
        });
        log.ShouldBe("after");
    }

    [Fact]
    public void No_deadlock_is_found_and_no_virtual_time_passes_meanwhile() =>
        Assert.Equal(Ms(5), Virtual.Run(async Coroutine () =>
        {
            using ManualResetEventSlim signal = new();
            TimeProvider clock = Scheduler.Current.Clock;
            long began = clock.GetTimestamp();
            Fiber sleeper = Co.Spawn(async Coroutine () => await Co.SleepAsync(5));
            Co.Spawn(async Coroutine () =>
            {
                await Task.Run(() => Thread.Sleep(2));
                Assert.Equal(TimeSpan.Zero, clock.GetElapsedTime(began));
                signal.Set();
            });
            Co.Blocking(signal.Wait);
            await sleeper;
        }));

    [Fact]
    public void A_lock_of_threads_that_a_fiber_holds_stays_with_its_thread()
    {
        object gate = new();
        Log log = new();
        Virtual.Run(async Coroutine () =>
        {
            await MonitorPatches.EnterAsync(gate);
            Fiber other = Co.Spawn(async Coroutine () => log.Add("other"));
            Co.Blocking(() =>
            {
                Assert.True(Monitor.IsEntered(gate));
                Thread.Sleep(5);
                log.Add("blocked");
            });
            MonitorPatches.Exit(gate);
            await other;
        });
        log.ShouldBe("blocked other");
    }

    [Fact]
    public void Who_wants_a_lock_of_threads_meanwhile_waits_until_the_loop_is_back()
    {
        object gate = new();
        Virtual.Run(async Coroutine () =>
        {
            int own = Environment.CurrentManagedThreadId;
            using ManualResetEventSlim isTried = new();
            Fiber other = Co.Spawn(async Coroutine () =>
            {
                Co.Spawn(async Coroutine () => isTried.Set());
                await MonitorPatches.EnterAsync(gate);
                Assert.Equal(own, Environment.CurrentManagedThreadId);
                await Co.YieldAsync();
                Assert.True(Monitor.IsEntered(gate));
                MonitorPatches.Exit(gate);
            });
            Co.Blocking(isTried.Wait);
            await other;
        });
    }

    [Fact]
    public void Ambient_state_stays_with_each_fiber() =>
        Virtual.Run(async Coroutine () =>
        {
            AsyncLocal<string> ambient = new() { Value = "main" };
            using ManualResetEventSlim signal = new();
            Fiber other = Co.Spawn(async Coroutine () =>
            {
                Assert.Equal("main", ambient.Value);
                ambient.Value = "other";
                await Co.YieldAsync();
                Assert.Equal("other", ambient.Value);
                signal.Set();
                await Co.YieldAsync();
                Assert.Equal("other", ambient.Value);
            });
            Co.Blocking(() =>
            {
                signal.Wait();
                Assert.Equal("main", ambient.Value);
                ambient.Value = "region";
            });
            Assert.Equal("region", ambient.Value);
            await other;
            Assert.Equal("region", ambient.Value);
        });

    [Fact]
    public void The_loop_of_a_background_thread_can_be_stopped_while_it_blocks()
    {
        using ManualResetEventSlim isIn = new();
        using ManualResetEventSlim mayLeave = new();
        BackgroundLoop background = BackgroundLoop.Start();
        background.Scheduler.Spawn(async Coroutine () => Co.Blocking(() =>
        {
            isIn.Set();
            mayLeave.Wait();
        }));
        isIn.Wait();
        Assert.False(background.Stop(Ms(10)));
        mayLeave.Set();
    }

    [Fact]
    public void The_dump_says_who_blocks() =>
        Virtual.Run(async Coroutine () =>
        {
            using ManualResetEventSlim signal = new();
            string text = "";
            Co.Spawn(async Coroutine () =>
            {
                text = FiberDump.Capture(Scheduler.Current).ToString();
                signal.Set();
            });
            Fiber blocked = Co.Spawn(async Coroutine () => Co.Blocking(signal.Wait)).Named("blocked");
            Co.Blocking(signal.Wait);
            await blocked;
            Assert.Contains("waits for a call in Co.Blocking on thread ", text);
        });

    [Fact]
    public void In_plain_code_and_on_a_pool_it_is_just_called()
    {
        Assert.Equal(3, Co.Blocking(() => 3));
        PoolScheduler pool = new(Clock());
        pool.Run(async Coroutine () =>
        {
            CoEvent signal = new();
            Co.Spawn(async Coroutine () => signal.Set());
            Fiber? self = Co.Current;
            Co.Blocking(() =>
            {
                Assert.Equal(self, Co.Current);
                signal.Wait();
            });
            await Co.YieldAsync();
        });
    }

    [Theory, Interleavings(3)]
    public void Where_turns_are_chosen_the_region_is_part_of_the_turn(TestScheduler scheduler)
    {
        Log log = new();
        scheduler.Run(async Coroutine () =>
        {
            Fiber other = Co.Spawn(async Coroutine () => log.Add("other"));
            log.Add("in");
            Co.Blocking(() => Thread.Sleep(3));
            log.Add("out");
            await other;
        });
        log.ShouldBe("in out other");
    }
}
