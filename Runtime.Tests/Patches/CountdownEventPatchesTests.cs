using CoGen.Patches;
using static CoGen.Tests.Virtual;

namespace CoGen.Tests.Patches;

public class CountdownEventPatchesTests
{
    [Fact]
    public void The_last_signal_ends_the_waits() => new LoopScheduler().Run(async () =>
    {
        using CountdownEvent countdown = new(2);
        Fiber[] waiters = [.. Enumerable.Range(0, 3).Select(_ => Co.Spawn(async Coroutine () => await CountdownEventPatches.WaitAsync(countdown)))];
        Assert.False(await CountdownEventPatches.WaitAsync(countdown, 1));
        countdown.Signal();
        await PlainThread.Run(() => countdown.Signal());
        await Joined.AllAsync(waiters);
        Assert.True(await CountdownEventPatches.WaitAsync(countdown, Ms(0)));
        Assert.Equal(Outcome.Of(() => countdown.Wait(-2)), await Outcome.OfAsync(() => CountdownEventPatches.WaitAsync(countdown, -2)));
    });
}
