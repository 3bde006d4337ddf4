using System.Runtime.CompilerServices;

namespace CoGen.Tests;

/// <summary>The sync faces, called in a fiber by code that was not rewritten.</summary>
public class BlockingCallTests
{
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.NoOptimization)]
    private static void Helper() => Co.Sleep(1);

    [Fact]
    public void The_error_names_the_member_the_fiber_and_the_method_to_tag() =>
        Virtual.Run(async Coroutine () =>
        {
            Fiber fiber = Co.Spawn(async Coroutine () =>
            {
                BlockingCallException error = Assert.Throws<BlockingCallException>(Helper);
                Assert.Contains("Co.Sleep was called in fiber 'me' by BlockingCallTests.Helper", error.Message);
                Assert.Contains("Tag BlockingCallTests.Helper with [Coroutine]", error.Message);
                await Co.YieldAsync();
            }).Named("me");
            await fiber;
        });

    [Fact]
    public void A_coroutine_that_calls_one_is_named_as_it_was_written() =>
        Virtual.Run(async Coroutine () =>
        {
            BlockingCallException error = await Assert.ThrowsAsync<BlockingCallException>(() => Careless().AsTask());
            Assert.Contains("by BlockingCallTests.Careless, which", error.Message);
            Assert.Contains("Call SleepAsync there.", error.Message);
        });

    private static async Coroutine Careless()
    {
        await Co.YieldAsync();
        Co.Sleep(1);
    }

    [Fact]
    public void Every_sync_face_refuses_and_the_fiber_goes_on() =>
        Virtual.Run(async Coroutine () =>
        {
            Fiber other = Co.Spawn(async Coroutine () => await Co.SleepAsync(1));
            Action[] faces =
            [
                Co.Yield, () => Co.Sleep(1), other.Join, () => other.Join(TimeSpan.Zero), () => Co.JoinAll(other),
                () => Co.Run(() => { }), () => new LoopScheduler().Run(() => { }), () => new Greenlet(() => { }).Switch(),
            ];
            foreach (Action face in faces) Assert.Throws<BlockingCallException>(face);
            await other;
        });
}
