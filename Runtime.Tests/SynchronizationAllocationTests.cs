namespace CoGen.Tests;

/// <summary>What the second run of a piece of work allocates on its thread, where fibers only wait for each other.</summary>
public class SynchronizationAllocationTests
{
    private const int Rounds = 1000;

    /// <summary>What one call to the loop itself costs: the fibers' entry delegates, the pump.</summary>
    private const long RunBudget = 2048;

    [Fact]
    public void What_needs_no_wait_allocates_nothing()
    {
        CoEvent happened = new(initialState: true);
        CoSemaphore semaphore = new(1);
        CoLock gate = new();
        CoReaderWriterLock shared = new();
        CoAutoResetEvent signal = new();
        CoCountdown countdown = new(0);
        Promise<int> promise = new();
        promise.SetResult(1);
        CoLazy<int> lazy = new(() => 1);
        CoRateLimiter limiter = new(int.MaxValue, TimeSpan.FromTicks(1));
        AssertBudget(async () =>
        {
            for (int i = 0; i < Rounds; i++)
            {
                await happened.WaitAsync();
                await semaphore.WaitAsync();
                semaphore.Release();
                using (await gate.EnterScopeAsync()) await gate.EnterAsync();
                gate.Exit();
                using (await shared.EnterReadScopeAsync()) await happened.WaitAsync();
                using (await shared.EnterWriteScopeAsync()) await happened.WaitAsync();
                signal.Set();
                await signal.WaitAsync();
                await countdown.WaitAsync();
                await promise;
                await lazy.GetValueAsync();
                await limiter.AcquireAsync();
            }
        });
    }

    [Fact]
    public void Two_who_take_turns_by_signals_allocate_nothing()
    {
        CoAutoResetEvent ping = new();
        CoAutoResetEvent pong = new();
        AssertBudget(() => Both(ping, pong), () => Both(pong, ping), ping.Set, pong.Reset);

        static async Coroutine Both(CoAutoResetEvent mine, CoAutoResetEvent other)
        {
            for (int i = 0; i < Rounds; i++)
            {
                await mine.WaitAsync(TimeSpan.FromSeconds(1));
                other.Set();
            }
        }
    }

    [Fact]
    public void Two_who_take_turns_by_events_allocate_nothing()
    {
        CoEvent ping = new();
        CoEvent pong = new();
        AssertBudget(() => Both(ping, pong), () => Both(pong, ping), ping.Set, pong.Reset);

        static async Coroutine Both(CoEvent mine, CoEvent other)
        {
            for (int i = 0; i < Rounds; i++)
            {
                await mine.WaitAsync();
                mine.Reset();
                other.Set();
            }
        }
    }

    [Fact]
    public void A_lock_that_is_fought_for_allocates_nothing()
    {
        CoLock gate = new();
        AssertBudget(Work, Work);

        async Coroutine Work()
        {
            for (int i = 0; i < Rounds; i++)
            {
                using CoLock.Scope scope = await gate.EnterScopeAsync();
                await Co.YieldAsync();
            }
        }
    }

    [Fact]
    public void A_reader_writer_lock_that_is_fought_for_allocates_nothing()
    {
        CoReaderWriterLock gate = new();
        AssertBudget(Write, Read);

        async Coroutine Write()
        {
            for (int i = 0; i < Rounds; i++)
            {
                using CoReaderWriterLock.Scope scope = await gate.EnterWriteScopeAsync();
                await Co.YieldAsync();
            }
        }

        async Coroutine Read()
        {
            for (int i = 0; i < Rounds; i++)
            {
                using CoReaderWriterLock.Scope scope = await gate.EnterReadScopeAsync();
                await Co.YieldAsync();
            }
        }
    }

    [Fact]
    public void Conditions_that_are_pulsed_allocate_nothing()
    {
        CoCondition changed = new();
        int turn = 0;
        AssertBudget(() => Play(0), () => Play(1), () => turn = 0);

        async Coroutine Play(int player)
        {
            for (int i = 0; i < Rounds; i++)
            {
                using CoLock.Scope scope = await changed.Lock.EnterScopeAsync();
                while (turn % 2 != player) await changed.WaitAsync();
                turn++;
                changed.Pulse();
            }
        }
    }

    [Fact]
    public void A_rate_limit_that_holds_up_allocates_nothing()
    {
        CoRateLimiter limiter = new(1, TimeSpan.FromMilliseconds(1), clock: s_clock);
        AssertBudget(Work, Work);

        async Coroutine Work()
        {
            for (int i = 0; i < Rounds; i++) await limiter.AcquireAsync();
        }
    }

    private static readonly VirtualClock s_clock = Virtual.Clock();

    private static void AssertBudget(Func<Coroutine> first, Func<Coroutine>? second = null, params Action[] begin)
    {
        LoopScheduler loop = new(s_clock);
        Func<Coroutine> work = async () =>
        {
            foreach (Action act in begin) act();
            Fiber one = Co.Spawn(first);
            if (second is not null) await Co.Spawn(second).JoinAsync();
            await one.JoinAsync();
        };
        loop.Run(work);
        long before = GC.GetAllocatedBytesForCurrentThread();
        loop.Run(work);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, RunBudget);
    }
}
