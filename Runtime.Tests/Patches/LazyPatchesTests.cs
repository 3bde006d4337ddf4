using CoGen.Patches;
using static CoGen.Tests.Virtual;

namespace CoGen.Tests.Patches;

public class LazyPatchesTests
{
    [Fact]
    public void A_fiber_of_another_scheduler_waits_while_one_makes_the_value()
    {
        using BackgroundLoop other = BackgroundLoop.Start();
        using ManualResetEventSlim making = new();
        using ManualResetEventSlim make = new();
        int made = 0;
        Lazy<int> lazy = new(() =>
        {
            making.Set();
            make.Wait();
            return ++made;
        });
        Fiber<int> maker = other.Scheduler.Spawn(async Coroutine<int> () => await LazyPatches.ValueAsync(lazy));
        new LoopScheduler().Run(async () =>
        {
            await ManualResetEventSlimPatches.WaitAsync(making);
            Fiber<int> waiter = Co.Spawn(async Coroutine<int> () => await LazyPatches.ValueAsync(lazy));
            await Co.SleepAsync(1);
            Assert.False(waiter.IsFinished);
            make.Set();
            Assert.Equal(1, await waiter);
            Assert.Equal(1, await maker);
            Assert.Equal(1, await LazyPatches.ValueAsync(lazy));
        });
    }

    [Fact]
    public void Plain_code_that_makes_the_value_is_waited_for_with_the_thread_and_makes_it_once() => new LoopScheduler().Run(async () =>
    {
        using ManualResetEventSlim making = new();
        using ManualResetEventSlim make = new();
        int made = 0;
        Lazy<int> lazy = new(() =>
        {
            making.Set();
            make.Wait();
            return ++made;
        });
        Task<int> maker = Task.Factory.StartNew(() => lazy.Value, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        making.Wait(CancellationToken.None);
        Thread loop = Thread.CurrentThread;
        Task releaser = PlainThread.Run(() =>
        {
            SpinWait.SpinUntil(() => (loop.ThreadState & ThreadState.WaitSleepJoin) != 0);
            make.Set();
        });
        Assert.Equal(1, await LazyPatches.ValueAsync(lazy));
        Assert.Equal(1, await maker);
        await releaser;
        Assert.Equal(1, made);
    });

    [Fact]
    public void It_ends_as_the_original_does() => Run(async () =>
    {
        Lazy<int> failing = new(() => throw new FormatException("bad"));
        Assert.Equal(Outcome.Of(() => failing.Value), await Outcome.OfAsync(() => LazyPatches.ValueAsync(failing)));
        Assert.Contains("NullReferenceException", await Outcome.OfAsync(() => LazyPatches.ValueAsync<int>(null!)), StringComparison.Ordinal);
    });
}
