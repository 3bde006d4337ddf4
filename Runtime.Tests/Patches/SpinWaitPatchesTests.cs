using CoGen.Patches;
using static CoGen.Tests.Virtual;

namespace CoGen.Tests.Patches;

public class SpinWaitPatchesTests
{
    [Fact]
    public void The_other_fibers_run_between_two_looks()
    {
        TimeSpan elapsed = Run(async () =>
        {
            bool isSet = false;
            Fiber setter = Co.Spawn(async Coroutine () =>
            {
                await Co.SleepAsync(5);
                isSet = true;
            });
            await SpinWaitPatches.SpinUntilAsync(() => isSet);
            Assert.False(await SpinWaitPatches.SpinUntilAsync(() => false, 10));
            Assert.False(await SpinWaitPatches.SpinUntilAsync(() => false, TimeSpan.Zero));
            Assert.True(await SpinWaitPatches.SpinUntilAsync(() => true, 0));
            Assert.Equal(Outcome.Of(() => SpinWait.SpinUntil(null!)), await Outcome.OfAsync(() => SpinWaitPatches.SpinUntilAsync(null!)));
            Assert.Equal(Outcome.Of(() => SpinWait.SpinUntil(() => true, -2)), await Outcome.OfAsync(() => SpinWaitPatches.SpinUntilAsync(() => true, -2)));
        });
        Assert.Equal(Ms(15), elapsed);
    }
}
