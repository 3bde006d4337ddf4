using CoGen.Patches;

namespace CoGen.Tests.Patches;

public class ReaderWriterLockPatchesTests
{
    private readonly ReaderWriterLock _gate = new();

    [Fact]
    public void Fibers_and_threads_read_together_and_write_alone() => new LoopScheduler().Run(async () =>
    {
        await ReaderWriterLockPatches.AcquireReaderLockAsync(_gate, Timeout.Infinite);
        Assert.True(ReaderWriterLockPatches.IsReaderLockHeld(_gate));
        await Co.Spawn(async Coroutine () =>
        {
            Assert.False(ReaderWriterLockPatches.IsReaderLockHeld(_gate));
            await ReaderWriterLockPatches.AcquireReaderLockAsync(_gate, TimeSpan.FromSeconds(60));
            await ReaderWriterLockPatches.ReleaseReaderLockAsync(_gate);
        });
        await PlainThread.Run(() =>
        {
            _gate.AcquireReaderLock(Timeout.Infinite);
            Assert.ThrowsAny<ApplicationException>(() => _gate.AcquireWriterLock(0));
            _gate.ReleaseReaderLock();
        });
        Ref<LockCookie> cookie = Ref.New(await ReaderWriterLockPatches.UpgradeToWriterLockAsync(_gate, Timeout.Infinite));
        Assert.True(ReaderWriterLockPatches.IsWriterLockHeld(_gate));
        Fiber killed = Co.Spawn(async Coroutine () => await ReaderWriterLockPatches.AcquireWriterLockAsync(_gate, Timeout.Infinite));
        Fiber late = Co.Spawn(async Coroutine () => Assert.StartsWith(
            "ReaderWriterLockApplicationException", await Outcome.OfAsync(() => ReaderWriterLockPatches.AcquireReaderLockAsync(_gate, 1)), StringComparison.Ordinal));
        await late;
        await killed.KillAsync();
        await ReaderWriterLockPatches.DowngradeFromWriterLockAsync(_gate, cookie);
        Assert.True(ReaderWriterLockPatches.IsReaderLockHeld(_gate));
        await ReaderWriterLockPatches.ReleaseReaderLockAsync(_gate);
        Assert.False(ReaderWriterLockPatches.IsReaderLockHeld(_gate));
        await PlainThread.Run(() =>
        {
            _gate.AcquireWriterLock(Timeout.Infinite);
            _gate.ReleaseWriterLock();
        });
        Assert.Equal(Outcome.Of(_gate.ReleaseWriterLock), await Outcome.OfAsync(() => ReaderWriterLockPatches.ReleaseWriterLockAsync(_gate)));
        Assert.Equal(Outcome.Of(() => _gate.AcquireReaderLock(-2)), await Outcome.OfAsync(() => ReaderWriterLockPatches.AcquireReaderLockAsync(_gate, -2)));
    });
}
