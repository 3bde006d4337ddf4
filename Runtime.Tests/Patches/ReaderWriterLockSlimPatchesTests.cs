using CoGen.Patches;
using static CoGen.Tests.Virtual;

namespace CoGen.Tests.Patches;

public class ReaderWriterLockSlimPatchesTests
{
    private readonly Log _log = new();
    private readonly ReaderWriterLockSlim _gate = new();

    [Fact]
    public void Fibers_read_together_and_write_alone_in_the_order_of_arrival() => Run(async () =>
    {
        await Joined.AllAsync([Co.Spawn(Read), Co.Spawn(Read), Co.Spawn(Write), Co.Spawn(Read), Co.Spawn(Write)]);
        _log.ShouldBe("r( r( r) r) w( w) r( r) w( w)");
        Assert.Equal(0, _gate.CurrentReadCount);
        Assert.True(_gate.TryEnterWriteLock(0));
        _gate.ExitWriteLock();

        async Coroutine Read()
        {
            await ReaderWriterLockSlimPatches.EnterReadLockAsync(_gate);
            _log.Add("r(");
            Assert.True(ReaderWriterLockSlimPatches.IsReadLockHeld(_gate));
            await Co.SleepAsync(5);
            _log.Add("r)");
            ReaderWriterLockSlimPatches.ExitReadLock(_gate);
            Assert.False(ReaderWriterLockSlimPatches.IsReadLockHeld(_gate));
        }

        async Coroutine Write()
        {
            await ReaderWriterLockSlimPatches.EnterWriteLockAsync(_gate);
            _log.Add("w(");
            Assert.True(ReaderWriterLockSlimPatches.IsWriteLockHeld(_gate));
            await Co.SleepAsync(5);
            _log.Add("w)");
            ReaderWriterLockSlimPatches.ExitWriteLock(_gate);
        }
    });

    [Fact]
    public void Who_may_upgrade_reads_with_others_and_writes_when_they_have_left() => Run(async () =>
    {
        await ReaderWriterLockSlimPatches.EnterUpgradeableReadLockAsync(_gate);
        Fiber reader = Co.Spawn(async Coroutine () =>
        {
            await ReaderWriterLockSlimPatches.EnterReadLockAsync(_gate);
            await Co.SleepAsync(5);
            _log.Add("left");
            ReaderWriterLockSlimPatches.ExitReadLock(_gate);
        });
        await Co.YieldAsync();
        Assert.Equal(1, ReaderWriterLockSlimPatches.CurrentReadCount(_gate));
        Assert.False(await ReaderWriterLockSlimPatches.TryEnterWriteLockAsync(_gate, 1));
        await ReaderWriterLockSlimPatches.EnterWriteLockAsync(_gate);
        _log.Add("written");
        ReaderWriterLockSlimPatches.ExitWriteLock(_gate);
        Assert.True(ReaderWriterLockSlimPatches.IsUpgradeableReadLockHeld(_gate));
        ReaderWriterLockSlimPatches.ExitUpgradeableReadLock(_gate);
        await reader;
        _log.ShouldBe("left written");
    });

    [Fact]
    public void Who_upgrades_while_others_of_its_thread_read_has_a_deputy() => new LoopScheduler().Run(async () =>
    {
        Fiber reader = Co.Spawn(async Coroutine () =>
        {
            await ReaderWriterLockSlimPatches.EnterReadLockAsync(_gate);
            await Co.SleepAsync(5);
            ReaderWriterLockSlimPatches.ExitReadLock(_gate);
        });
        await Co.YieldAsync();
        await ReaderWriterLockSlimPatches.EnterUpgradeableReadLockAsync(_gate);
        await ReaderWriterLockSlimPatches.EnterReadLockAsync(_gate);
        ReaderWriterLockSlimPatches.ExitReadLock(_gate);
        await ReaderWriterLockSlimPatches.EnterWriteLockAsync(_gate);
        await PlainThread.Run(() => Assert.False(_gate.TryEnterReadLock(0)));
        ReaderWriterLockSlimPatches.ExitWriteLock(_gate);
        ReaderWriterLockSlimPatches.ExitUpgradeableReadLock(_gate);
        await reader;
        await PlainThread.Run(() =>
        {
            _gate.EnterWriteLock();
            _gate.ExitWriteLock();
        });
    });

    [Fact]
    public void Threads_are_kept_out_and_waited_for() => new LoopScheduler().Run(async () =>
    {
        Func<Task> leave = PlainThread.Hold(_gate.EnterReadLock, _gate.ExitReadLock);
        Assert.True(await ReaderWriterLockSlimPatches.TryEnterReadLockAsync(_gate, 0));
        ReaderWriterLockSlimPatches.ExitReadLock(_gate);
        Assert.False(await ReaderWriterLockSlimPatches.TryEnterWriteLockAsync(_gate, 0));
        Assert.False(await ReaderWriterLockSlimPatches.TryEnterWriteLockAsync(_gate, Ms(1)));
        Fiber killed = Co.Spawn(async Coroutine () => await ReaderWriterLockSlimPatches.EnterWriteLockAsync(_gate));
        await Co.SleepAsync(1);
        await killed.KillAsync();
        Fiber writer = Co.Spawn(async Coroutine () =>
        {
            await ReaderWriterLockSlimPatches.EnterWriteLockAsync(_gate);
            await PlainThread.Run(() => Assert.False(_gate.TryEnterReadLock(0)));
            ReaderWriterLockSlimPatches.ExitWriteLock(_gate);
        });
        await Co.SleepAsync(1);
        await leave();
        await writer;
        await PlainThread.Run(() =>
        {
            _gate.EnterReadLock();
            _gate.ExitReadLock();
        });
    });

    [Theory]
    [InlineData(LockRecursionPolicy.NoRecursion)]
    [InlineData(LockRecursionPolicy.SupportsRecursion)]
    public void What_may_be_entered_again_is_as_in_the_original(LockRecursionPolicy policy) => Run(async () =>
    {
        char[] modes = ['r', 'u', 'w'];
        foreach (char first in modes)
        {
            foreach (char second in modes)
            {
                foreach (char third in modes)
                {
                    ReaderWriterLockSlim original = new(policy);
                    ReaderWriterLockSlim patched = new(policy);
                    foreach (char mode in (char[])[first, second, third])
                    {
                        Assert.Equal(Outcome.Of(() => Enter(original, mode)), await Outcome.OfAsync(() => EnterAsync(patched, mode)));
                        Assert.Equal(
                            (original.RecursiveReadCount, original.RecursiveUpgradeCount, original.RecursiveWriteCount, original.CurrentReadCount),
                            (ReaderWriterLockSlimPatches.RecursiveReadCount(patched), ReaderWriterLockSlimPatches.RecursiveUpgradeCount(patched),
                                ReaderWriterLockSlimPatches.RecursiveWriteCount(patched), ReaderWriterLockSlimPatches.CurrentReadCount(patched)));
                    }

                    foreach (char mode in (char[])[third, second, first, first])
                    {
                        Assert.Equal(Outcome.Of(() => Exit(original, mode)), Outcome.Of(() => ExitPatched(patched, mode)));
                    }
                }
            }
        }
    });

    [Fact]
    public void What_needs_no_wait_allocates_nothing()
    {
        Func<Coroutine> work = async () =>
        {
            for (int i = 0; i < 1000; i++)
            {
                await ReaderWriterLockSlimPatches.EnterReadLockAsync(_gate);
                ReaderWriterLockSlimPatches.ExitReadLock(_gate);
                await ReaderWriterLockSlimPatches.EnterWriteLockAsync(_gate);
                ReaderWriterLockSlimPatches.ExitWriteLock(_gate);
            }
        };
        LoopScheduler loop = new(Clock());
        loop.Run(work);
        long before = GC.GetAllocatedBytesForCurrentThread();
        loop.Run(work);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 2048);
    }

    [Fact]
    public void On_a_pool_fibers_and_threads_exclude_each_other()
    {
        int count = 0;
        Task thread = PlainThread.Run(() =>
        {
            for (int i = 0; i < 50; i++)
            {
                _gate.EnterWriteLock();
                count++;
                _gate.ExitWriteLock();
            }
        });
        new PoolScheduler().Run(async Coroutine () => await Joined.AllAsync([.. Enumerable.Range(0, 5).Select(_ => Co.Spawn(async Coroutine () =>
        {
            for (int i = 0; i < 10; i++)
            {
                await ReaderWriterLockSlimPatches.EnterWriteLockAsync(_gate);
                int seen = count;
                await Co.YieldAsync();
                count = seen + 1;
                ReaderWriterLockSlimPatches.ExitWriteLock(_gate);
            }
        }))]));
        thread.GetAwaiter().GetResult();
        Assert.Equal(100, count);
    }

    [Fact]
    public void On_a_pool_plain_code_that_the_fiber_calls_finds_it_held_and_it_is_free_as_soon_as_it_was_left() => new PoolScheduler().Run(async () =>
    {
        Assert.True(await ReaderWriterLockSlimPatches.TryEnterWriteLockAsync(_gate, 0));
        await Co.YieldAsync();
        Assert.True(_gate.IsWriteLockHeld);
        ReaderWriterLockSlimPatches.ExitWriteLock(_gate);
        Func<Task> leave = PlainThread.Hold(_gate.EnterReadLock, _gate.ExitReadLock);
        Fiber writer = Co.Spawn(async Coroutine () =>
        {
            await ReaderWriterLockSlimPatches.EnterWriteLockAsync(_gate);
            await Co.YieldAsync();
            ReaderWriterLockSlimPatches.ExitWriteLock(_gate);
            Assert.True(_gate.TryEnterWriteLock(0));
            _gate.ExitWriteLock();
        });
        while (_gate.WaitingWriteCount == 0) await Co.YieldAsync();
        await leave();
        await writer;
    });

    private static void Enter(ReaderWriterLockSlim target, char mode)
    {
        if (mode == 'r') target.EnterReadLock();
        else if (mode == 'u') target.EnterUpgradeableReadLock();
        else target.EnterWriteLock();
    }

    private static Coroutine EnterAsync(ReaderWriterLockSlim target, char mode) =>
        mode == 'r' ? ReaderWriterLockSlimPatches.EnterReadLockAsync(target)
        : mode == 'u' ? ReaderWriterLockSlimPatches.EnterUpgradeableReadLockAsync(target)
        : ReaderWriterLockSlimPatches.EnterWriteLockAsync(target);

    private static void Exit(ReaderWriterLockSlim target, char mode)
    {
        if (mode == 'r') target.ExitReadLock();
        else if (mode == 'u') target.ExitUpgradeableReadLock();
        else target.ExitWriteLock();
    }

    private static void ExitPatched(ReaderWriterLockSlim target, char mode)
    {
        if (mode == 'r') ReaderWriterLockSlimPatches.ExitReadLock(target);
        else if (mode == 'u') ReaderWriterLockSlimPatches.ExitUpgradeableReadLock(target);
        else ReaderWriterLockSlimPatches.ExitWriteLock(target);
    }
}
