namespace CoGen.Tests.Linearizability;

public class SemaphoreTests
{
    private sealed record Free(int Count);

    [Theory]
    [Interleavings(300)]
    public void In_every_order_of_turns_a_semaphore_acts_as_one_at_a_time(TestScheduler scheduler)
    {
        Random random = scheduler.Random;
        CoSemaphore semaphore = new(1);
        History<Free> history = new(new Free(1));
        scheduler.Run(async () =>
        {
            Fiber[] fibers = [.. Enumerable.Range(0, 4).Select(_ => Co.Spawn(Use))];
            Co.Spawn(async () =>
            {
                await Co.SleepAsync(random.Next(3));
                fibers[random.Next(4)].Cancel();
            });
            await Co.JoinAllAsync(fibers);
        });
        history.ShouldBeLinearizable();
        Assert.False(semaphore.HasWatchers);

        async Coroutine Use()
        {
            for (int i = 0; i < 3; i++)
            {
                int invoked = history.Now();
                switch (random.Next(3))
                {
                    case 0:
                        bool tried = semaphore.TryWait();
                        history.Note($"try {tried}", invoked, free => tried == free.Count > 0 ? new Free(free.Count - (tried ? 1 : 0)) : null);
                        if (!tried) continue;
                        break;
                    case 1:
                        bool inTime = await semaphore.WaitAsync(TimeSpan.FromMilliseconds(random.Next(3)));
                        history.Note($"wait {inTime}", invoked, free => !inTime ? free : free.Count > 0 ? new Free(free.Count - 1) : null);
                        if (!inTime) continue;
                        break;
                    default:
                        await semaphore.WaitAsync();
                        history.Note("wait", invoked, free => free.Count > 0 ? new Free(free.Count - 1) : null);
                        break;
                }

                try
                {
                    if (random.Next(2) == 0) await Co.YieldAsync();
                }
                finally
                {
                    invoked = history.Now();
                    int before = semaphore.Release();
                    history.Note($"release {before}", invoked, free => free.Count == before ? new Free(free.Count + 1) : null);
                }
            }
        }
    }
}
