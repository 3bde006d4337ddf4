namespace CoGen.Tests.Linearizability;

internal sealed record Free(int Count);

internal sealed class SemaphoreSubject(bool isFair) : Subject<Free>(new Free(1))
{
    private readonly CoSemaphore _semaphore = new(1) { IsFair = isFair };

    internal override IEnumerable<Waitable> Waitables => [_semaphore];

    internal override async Coroutine UseAsync(int client, Random random)
    {
        for (int i = 0; i < 3; i++)
        {
            int invoked = History.Now();
            switch (random.Next(3))
            {
                case 0:
                    bool tried = _semaphore.TryWait();
                    History.Note($"try {tried}", invoked, free => tried == free.Count > 0 ? new Free(free.Count - (tried ? 1 : 0)) : null);
                    if (!tried) continue;
                    break;
                case 1:
                    bool inTime = await _semaphore.WaitAsync(Any(random));
                    History.Note($"wait {inTime}", invoked, free => !inTime ? free : free.Count > 0 ? new Free(free.Count - 1) : null);
                    if (!inTime) continue;
                    break;
                default:
                    await _semaphore.WaitAsync();
                    History.Note("wait", invoked, free => free.Count > 0 ? new Free(free.Count - 1) : null);
                    break;
            }

            try
            {
                if (random.Next(2) == 0) await Co.YieldAsync();
            }
            finally
            {
                invoked = History.Now();
                int before = _semaphore.Release();
                History.Note($"release {before}", invoked, free => free.Count == before ? new Free(free.Count + 1) : null);
            }
        }
    }

    internal override void Check()
    {
        base.Check();
        Assert.Equal((1, 0), (_semaphore.CurrentCount, _semaphore.WaitingCount));
    }
}
