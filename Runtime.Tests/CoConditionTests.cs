using static CoGen.Tests.Virtual;

namespace CoGen.Tests;

public class CoConditionTests : Staged
{
    [Fact]
    public void All_members_require_the_lock() => Run(async () =>
    {
        CoCondition changed = new();
        Assert.Throws<SynchronizationLockException>(() => changed.Pulse());
        Assert.Throws<SynchronizationLockException>(changed.PulseAll);
        Assert.Throws<SynchronizationLockException>(() => { changed.WaitAsync(); });
    });

    [Fact]
    public void A_wait_leaves_the_lock_and_has_it_again_as_often_entered() => Run(async () =>
    {
        CoCondition changed = new(new CoLock());
        bool there = false;
        Fiber waiter = Co.Spawn(async () =>
        {
            await changed.Lock.EnterAsync();
            await changed.Lock.EnterAsync();
            while (!there) await changed.WaitAsync();
            Assert.True(changed.Lock.IsHeldByCurrent);
            changed.Lock.Exit();
            Assert.True(changed.Lock.IsHeldByCurrent);
            changed.Lock.Exit();
        });
        await Co.SleepAsync(1);
        using (await changed.Lock.EnterScopeAsync())
        {
            there = true;
            changed.Pulse();
            await Co.SleepAsync(1);
            Assert.False(waiter.IsFinished);
        }

        await waiter;
        Assert.False(changed.Lock.IsHeld);
    });

    [Fact]
    public void A_pulse_wakes_the_first_and_PulseAll_the_rest()
    {
        Log log = new();
        Virtual.Run(async () =>
        {
            CoCondition changed = new();
            Fiber[] waiters = [.. Enumerable.Range(1, 5).Select(i => Co.Spawn(async () =>
            {
                using CoLock.Scope scope = await changed.Lock.EnterScopeAsync();
                await changed.WaitAsync();
                log.Add(i);
            }))];
            await Co.YieldAsync();
            await Pulse(() => changed.Pulse());
            log.Add("one");
            await Pulse(() => changed.Pulse(2));
            log.Add("two");
            await Pulse(changed.PulseAll);
            await Co.JoinAllAsync(waiters);

            async Coroutine Pulse(Action pulse)
            {
                using (await changed.Lock.EnterScopeAsync()) pulse();
                await Co.SleepAsync(1);
            }
        });
        log.ShouldBe("1 one 2 3 two 4 5");
    }

    [Theory, InlineData("kill"), InlineData("timeout"), InlineData("token")]
    public void Whatever_ends_the_wait_it_ends_with_the_lock_held(string how) => Virtual.Run(async () =>
    {
        CoCondition changed = new();
        using CancellationTokenSource source = new();
        bool held = false;
        bool? pulsed = null;
        Fiber waiter = Co.Spawn(async () =>
        {
            using CoLock.Scope scope = await changed.Lock.EnterScopeAsync();
            try
            {
                pulsed = await changed.WaitAsync(how == "timeout" ? Ms(5) : Timeout.InfiniteTimeSpan, source.Token);
            }
            catch (OperationCanceledException) when (how == "token")
            {
            }
            finally
            {
                held = changed.Lock.IsHeldByCurrent;
            }
        });
        await Co.YieldAsync();
        await changed.Lock.EnterAsync();
        if (how == "kill") waiter.Cancel();
        if (how == "token") source.Cancel();
        await Co.SleepAsync(10);
        Assert.False(waiter.IsFinished);
        changed.Lock.Exit();
        await waiter.JoinAsync();
        Assert.True(held);
        Assert.Equal(how == "timeout" ? false : null, pulsed);
        Assert.Equal(how == "kill" ? FiberState.Killed : FiberState.Succeeded, waiter.State);
        Assert.False(changed.Lock.IsHeld);
    });

    [Fact]
    public void A_kill_while_the_lock_is_taken_back_waits_for_it() => Virtual.Run(async () =>
    {
        CoCondition changed = new();
        bool? pulsed = null;
        Fiber waiter = Co.Spawn(async () =>
        {
            using CoLock.Scope scope = await changed.Lock.EnterScopeAsync();
            pulsed = await changed.WaitAsync(Ms(1000));
            await Co.SleepAsync(1);
        });
        await Co.YieldAsync();
        await changed.Lock.EnterAsync();
        changed.Pulse();
        await Co.SleepAsync(1);
        waiter.Cancel();
        await Co.SleepAsync(1);
        Assert.False(waiter.IsFinished);
        changed.Lock.Exit();
        await waiter.JoinAsync();
        Assert.True(pulsed);
        Assert.Equal(FiberState.Killed, waiter.State);
        Assert.False(changed.Lock.IsHeld);
    });

    [Fact]
    public void The_deadlock_report_names_what_is_waited_for()
    {
        DeadlockException deadlock = Assert.Throws<DeadlockException>(() => Virtual.Run(async () =>
        {
            CoCondition changed = new() { Name = "stock" };
            Co.Spawn(() => changed.Lock.EnterAsync()).Named("owner");
            Co.Spawn(() => changed.Lock.EnterAsync());
            CoCondition other = new() { Name = "other" };
            await other.Lock.EnterAsync();
            await other.WaitAsync();
        }));
        Assert.Contains("a pulse of CoCondition 'other'", deadlock.Message, StringComparison.Ordinal);
        Assert.Contains("the lock of CoCondition 'stock', held by fiber 'owner', which has ended", deadlock.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void T40_A_bounded_buffer_between_threads_loops_and_hosted_code_loses_nothing()
    {
        const int Items = 3000;
        CoLock gate = new();
        CoCondition notFull = new(gate);
        CoCondition notEmpty = new(gate);
        Queue<int> buffer = new();
        long sum = 0;
        Thread producer = new(() =>
        {
            for (int i = 1; i <= Items; i++)
            {
                using CoLock.Scope scope = gate.EnterScope();
                while (buffer.Count == 3) notFull.Wait();
                buffer.Enqueue(i);
                notEmpty.Pulse();
            }
        });
        Thread consumer = new(() => Co.Run(async () => await Co.JoinAllAsync(Co.Spawn(() => Consume(Items / 4)), Co.Spawn(() => Consume(Items / 4)))));
        producer.Start();
        consumer.Start();
        Consume(Items / 2).AsTask().GetAwaiter().GetResult();
        producer.Join();
        consumer.Join();
        Assert.Equal((long)Items * (Items + 1) / 2, sum);

        async Coroutine Consume(int count)
        {
            for (int i = 0; i < count; i++)
            {
                using CoLock.Scope scope = await gate.EnterScopeAsync();
                while (buffer.Count == 0) await notEmpty.WaitAsync();
                sum += buffer.Dequeue();
                notFull.Pulse();
            }
        }
    }
}
