using CoGen.Patches;

namespace CoGen.Tests.Patches;

public class LazyInitializerPatchesTests
{
    [Fact]
    public void A_fiber_waits_for_whoever_holds_the_lock() => new LoopScheduler().Run(async () =>
    {
        object gate = new();
        Ref<string?> target = Ref.New<string?>();
        Ref<bool> initialized = Ref.New(false);
        Ref<object?> syncLock = Ref.New<object?>(gate);
        Func<Task> leave = PlainThread.Hold(() => Monitor.Enter(gate), () => Monitor.Exit(gate));
        Fiber waiter = Co.Spawn(async Coroutine () => Assert.Equal("made", await LazyInitializerPatches.EnsureInitializedAsync(target, initialized, syncLock, () => "made")));
        await Co.SleepAsync(1);
        Assert.False(initialized.Value);
        await leave();
        await waiter;
        Assert.Equal("made", await LazyInitializerPatches.EnsureInitializedAsync(target, initialized, syncLock, () => "again"));
        Assert.Equal("made", await LazyInitializerPatches.EnsureInitializedAsync<string>(target, syncLock, () => "again"));
        Ref<object?> plain = Ref.New<object?>();
        Assert.NotNull(await LazyInitializerPatches.EnsureInitializedAsync(plain, Ref.New(false), Ref.New<object?>()));
    });
}
