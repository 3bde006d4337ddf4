namespace CoGen.Tests;

public class CrossThreadTests
{
    [Fact]
    public void Wake_ups_from_other_threads_are_not_lost()
    {
        const int Fibers = 50;
        const int Rounds = 200;
        int woken = 0;
        int loopThread = Environment.CurrentManagedThreadId;
        Co.Run(async Coroutine () =>
        {
            Fiber[] fibers = new Fiber[Fibers];
            for (int i = 0; i < Fibers; i++)
            {
                fibers[i] = Co.Spawn(async Coroutine () =>
                {
                    for (int round = 0; round < Rounds; round++)
                    {
                        await Task.Run(static () => { });
                        woken++;
                        Assert.Equal(loopThread, Environment.CurrentManagedThreadId);
                    }
                });
            }

            foreach (Fiber fiber in fibers) await fiber;
        });
        Assert.Equal(Fibers * Rounds, woken);
    }

    [Fact]
    public void A_fiber_is_joined_from_another_threads_plain_code_and_from_its_fibers()
    {
        using ManualResetEventSlim spawned = new();
        TaskCompletionSource gate = new();
        Fiber<int> fiber = default;
        Thread owner = new(() =>
        {
            fiber = Co.Spawn(async Coroutine<int> () =>
            {
                await gate.Task;
                return 9;
            });
            spawned.Set();
            fiber.Join();
        });
        owner.Start();
        spawned.Wait(TestContext.Current.CancellationToken);

        Assert.False(fiber.Join(TimeSpan.FromMilliseconds(1)));
        Fiber<int> elsewhere = Co.Spawn(async Coroutine<int> () => await fiber);
        Co.Yield();
        gate.SetResult();
        Assert.Equal(9, fiber.GetResult());
        Assert.Equal(9, elsewhere.Result);
        owner.Join();
        Assert.True(fiber.Join(TimeSpan.Zero));
    }

    [Fact]
    public void Only_one_thread_at_a_time_runs_a_loop()
    {
        LoopScheduler loop = new();
        loop.Run(async Coroutine () =>
        {
            await Assert.ThrowsAsync<InvalidOperationException>(() => Task.Run(() => loop.Run(async Coroutine () => { })));
        });
        Task.Run(() => loop.Run(async Coroutine () => { })).Wait(TestContext.Current.CancellationToken);
    }
}
