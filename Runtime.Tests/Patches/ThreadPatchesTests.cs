using CoGen.Patches;
using static CoGen.Tests.Virtual;

namespace CoGen.Tests.Patches;

public class ThreadPatchesTests
{
    [Fact]
    public void A_fiber_waits_for_the_end_of_a_thread_while_others_run() => new LoopScheduler().Run(async () =>
    {
        using ManualResetEventSlim leave = new();
        Thread thread = new(leave.Wait) { IsBackground = true };
        Assert.Equal(Outcome.Of(thread.Join), await Outcome.OfAsync(() => ThreadPatches.JoinAsync(thread)));
        thread.Start();
        Assert.False(await ThreadPatches.JoinAsync(thread, 0));
        Assert.False(await ThreadPatches.JoinAsync(thread, Ms(1)));
        Fiber killed = Co.Spawn(async Coroutine () => await ThreadPatches.JoinAsync(thread));
        Fiber waiter = Co.Spawn(async Coroutine () => await ThreadPatches.JoinAsync(thread));
        await Co.SleepAsync(1);
        await killed.KillAsync();
        leave.Set();
        await waiter;
        Assert.True(await ThreadPatches.JoinAsync(thread, 0));
        Assert.Equal(Outcome.Of(() => thread.Join(-2)), await Outcome.OfAsync(() => ThreadPatches.JoinAsync(thread, -2)));
    });
}
