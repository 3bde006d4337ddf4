using CoGen.Patches;
using static CoGen.Tests.Virtual;

namespace CoGen.Tests.Patches;

public class LockPatchesTests
{
    private readonly Lock _gate = new();

    [Fact]
    public void One_fiber_at_a_time_holds_it_in_all_ways() => Run(async () =>
    {
        int inside = 0;
        await Joined.AllAsync([Co.Spawn(Scope), Co.Spawn(Pair), Co.Spawn(Try), Co.Spawn(Statement)]);
        Assert.False(LockPatches.IsHeldByCurrentThread(_gate) || _gate.IsHeldByCurrentThread);

        async Coroutine Work()
        {
            Assert.True(LockPatches.IsHeldByCurrentThread(_gate));
            Assert.Equal(1, ++inside);
            await Co.SleepAsync(1);
            inside--;
        }

        async Coroutine Scope()
        {
            using (await LockPatches.EnterScopeAsync(_gate)) await Work();
        }

        async Coroutine Pair()
        {
            await LockPatches.EnterAsync(_gate);
            await Work();
            LockPatches.Exit(_gate);
        }

        async Coroutine Try()
        {
            Assert.False(await LockPatches.TryEnterAsync(_gate, Ms(1) / 2));
            while (!await LockPatches.TryEnterAsync(_gate, 1))
            {
            }

            Assert.True(await LockPatches.TryEnterAsync(_gate));
            await Work();
            LockPatches.Exit(_gate);
            LockPatches.Exit(_gate);
        }

        async Coroutine Statement()
        {
            using (await CoMonitor.EnterAsync(_gate)) await Work();
        }
    });

    [Fact]
    public void A_thread_is_kept_out_and_waited_for() => new LoopScheduler().Run(async () =>
    {
        Func<Task> leave = PlainThread.Hold(_gate.Enter, _gate.Exit);
        Assert.False(await LockPatches.TryEnterAsync(_gate));
        Assert.False(await LockPatches.TryEnterAsync(_gate, 1));
        Fiber waiter = Co.Spawn(async Coroutine () => await LockPatches.EnterAsync(_gate));
        await Co.SleepAsync(1);
        await leave();
        await waiter;
        bool entered = true;
        await PlainThread.Run(() => entered = _gate.TryEnter());
        Assert.False(entered);
    });

    [Fact]
    public void What_the_original_refuses_is_refused_in_its_words() => Run(async () =>
    {
        Assert.Equal(Outcome.Of(_gate.Exit), Outcome.Of(() => LockPatches.Exit(_gate)));
        Assert.Equal(Outcome.Of(() => _gate.TryEnter(-2)), await Outcome.OfAsync(() => LockPatches.TryEnterAsync(_gate, -2)));
        Assert.Equal(Outcome.Of(() => _gate.TryEnter(Ms(-2))), await Outcome.OfAsync(() => LockPatches.TryEnterAsync(_gate, Ms(-2))));
        Assert.Contains("NullReferenceException", await Outcome.OfAsync(() => LockPatches.EnterAsync(null!)), StringComparison.Ordinal);
        Fiber holder = Co.Spawn(async Coroutine () =>
        {
            using (await LockPatches.EnterScopeAsync(_gate)) await Co.SleepAsync(1);
        });
        await Co.YieldAsync();
        Assert.False(LockPatches.IsHeldByCurrentThread(_gate));
        Assert.Throws<SynchronizationLockException>(() => LockPatches.Exit(_gate));
        await holder;
    });
}
