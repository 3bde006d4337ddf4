namespace CoGen.Tests;

/// <summary>All that can be waited for. To put something new under contract, add a row.</summary>
internal static class WaitableCases
{
    internal static readonly IReadOnlyList<WaitableRow> All =
    [
        new("Co.Sleep", static () => Never(static async (timeout, _) =>
        {
            await Co.SleepAsync(timeout);
            return false;
        })) { TakesToken = false, CanBeFulfilled = false, WorksHosted = false },

        new("Fiber.Join", static () =>
        {
            CoEvent end = new();
            Fiber fiber = Co.Spawn(() => end.WaitAsync());
            return new WaitableCase((timeout, _) => fiber.JoinAsync(timeout), end.Set);
        }) { TakesToken = false, WakesAll = true, WorksHosted = false, ComesLater = true },

        new("Fiber.GetResult", static () =>
        {
            CoEvent end = new();
            Fiber<bool> fiber = Co.Spawn(() => end.WaitAsync(Timeout.InfiniteTimeSpan));
            return new WaitableCase((_, _) => fiber.GetResultAsync(), end.Set);
        }) { TakesTimeout = false, TakesToken = false, WakesAll = true, WorksHosted = false, ComesLater = true },

        new("CoEvent.Wait", static () =>
        {
            CoEvent happened = new();
            return new WaitableCase(happened.WaitAsync, happened.Set);
        }) { WakesAll = true },

        new("CoAutoResetEvent.Wait", static () =>
        {
            CoAutoResetEvent signal = new();
            return new WaitableCase(signal.WaitAsync, signal.Set);
        }),

        new("CoCountdown.Wait", static () =>
        {
            CoCountdown countdown = new(2);
            return new WaitableCase(countdown.WaitAsync, () => countdown.Signal(2));
        }) { WakesAll = true },

        new("Promise.Wait", static () =>
        {
            Promise<int> promise = new();
            return new WaitableCase(promise.WaitAsync, () => promise.SetException(new FormatException()));
        }) { WakesAll = true },

        new("Promise.GetResult", static () =>
        {
            Promise promise = new();
            return new WaitableCase(
                async (timeout, token) =>
                {
                    await promise.GetResultAsync(timeout, token);
                    return true;
                },
                promise.SetResult);
        }) { WakesAll = true, IsGet = true },

        new("Promise{T}.GetResult", static () =>
        {
            Promise<bool> promise = new();
            return new WaitableCase(promise.GetResultAsync, () => promise.SetResult(true));
        }) { WakesAll = true, IsGet = true },

        new("CoSemaphore.Wait", static () =>
        {
            CoSemaphore semaphore = new(0);
            return new WaitableCase(semaphore.WaitAsync, () => semaphore.Release());
        }),

        new("CoSemaphore.Wait, fair", static () =>
        {
            CoSemaphore semaphore = new(0) { IsFair = true };
            return new WaitableCase(semaphore.WaitAsync, () => semaphore.Release());
        }),

        new("CoSemaphore.WaitUntilFree", static () =>
        {
            CoSemaphore semaphore = new(0);
            return new WaitableCase(semaphore.WaitUntilFreeAsync, () => semaphore.Release());
        }) { WakesAll = true },

        new("CoLock.Enter", static () =>
        {
            CoLock held = new();
            Outside(() => held.EnterAsync());
            return new WaitableCase(
                async (timeout, token) =>
                {
                    bool entered = await held.TryEnterAsync(timeout, token);
                    if (entered) held.Exit();
                    return entered;
                },
                () => Outside(held.Exit));
        }) { WakesAll = true },

        new("CoCondition.Wait", static () =>
        {
            CoCondition changed = new();
            return new WaitableCase(
                async (timeout, token) =>
                {
                    using CoLock.Scope scope = await changed.Lock.EnterScopeAsync(CancellationToken.None);
                    return await changed.WaitAsync(timeout, token);
                },
                () => Outside(async () =>
                {
                    using CoLock.Scope scope = await changed.Lock.EnterScopeAsync();
                    changed.Pulse();
                }));
        }),

        new("CoReaderWriterLock, to read", static () =>
        {
            CoReaderWriterLock held = new();
            Outside(() => held.EnterWriteLockAsync());
            return new WaitableCase(held.TryEnterReadLockAsync, () => Outside(held.ExitWriteLock));
        }) { WakesAll = true },

        new("CoReaderWriterLock, to write", static () =>
        {
            CoReaderWriterLock held = new();
            held.TryEnterReadLock();
            return new WaitableCase(
                async (timeout, token) =>
                {
                    bool entered = await held.TryEnterWriteLockAsync(timeout, token);
                    if (entered) held.ExitWriteLock();
                    return entered;
                },
                held.ExitReadLock);
        }) { WakesAll = true },

        new("CoBarrier.SignalAndWait", static () =>
        {
            CoBarrier barrier = new(100);
            return new WaitableCase(barrier.SignalAndWaitAsync, () => barrier.RemoveParticipants(barrier.ParticipantsRemaining));
        }) { WakesAll = true },

        new("CoOnce.Run", static () =>
        {
            CoOnce once = new();
            CoEvent end = new();
            Task first = once.RunOutside(() => end.WaitAsync());
            return new WaitableCase(
                async (_, token) =>
                {
                    await once.RunAsync(() => default(Coroutine), token);
                    return true;
                },
                () =>
                {
                    end.Set();
                    first.Wait();
                });
        }) { TakesTimeout = false, WakesAll = true },

        new("CoLazy.GetValue", static () =>
        {
            CoEvent end = new();
            using ManualResetEventSlim begun = new();
            CoLazy<bool> lazy = new(() =>
            {
                begun.Set();
                return end.WaitAsync(Timeout.InfiniteTimeSpan);
            });
            Task first = Task.Run(() => lazy.GetValueAsync().AsTask());
            begun.Wait();
            return new WaitableCase(
                lazy.GetValueAsync,
                () =>
                {
                    end.Set();
                    first.Wait();
                });
        }) { WakesAll = true, IsGet = true },

        new("CoRateLimiter.Acquire", static () =>
        {
            CoRateLimiter limiter = new(1, TimeSpan.FromDays(1));
            limiter.TryAcquire();
            return Never((timeout, token) => limiter.AcquireAsync(timeout, 1, token));
        }) { CanBeFulfilled = false },

        new("CoQueue.Take", static () =>
        {
            CoQueue<bool> queue = new();
            return new WaitableCase(queue.TakeAsync, () => queue.TryPut(true));
        }) { IsGet = true },

        new("CoQueue.TryTake", static () =>
        {
            CoQueue<int> queue = new();
            return new WaitableCase(async (timeout, token) => (await queue.TryTakeAsync(timeout, token)).Taken, () => queue.TryPut(1));
        }),

        new("CoQueue.Peek", static () =>
        {
            CoQueue<bool> queue = new();
            return new WaitableCase(queue.PeekAsync, () => queue.TryPut(true));
        }) { IsGet = true, WakesAll = true },

        new("CoQueue.Put", static () =>
        {
            CoQueue<int> queue = new([0], capacity: 1);
            return new WaitableCase(
                async (timeout, token) =>
                {
                    await queue.PutAsync(1, timeout, token);
                    return true;
                },
                () => queue.Capacity++);
        }) { IsGet = true },

        new("CoQueue.TryPut", static () =>
        {
            CoQueue<int> queue = new([0], capacity: 1);
            return new WaitableCase((timeout, token) => queue.TryPutAsync(1, timeout, token), () => queue.Capacity++);
        }),

        new("CoPriorityQueue.Take", static () =>
        {
            CoPriorityQueue<bool, int> queue = new();
            return new WaitableCase(async (timeout, token) => (await queue.TakeAsync(timeout, token)).Element, () => queue.TryPut((true, 1)));
        }) { IsGet = true },

        new("CoQueue.Join", static () =>
        {
            CoQueue<int> queue = new([0]);
            return new WaitableCase(queue.JoinAsync, queue.TaskDone);
        }) { WakesAll = true },

        new("CoChannel.Take", static () =>
        {
            CoChannel<bool> channel = new();
            return new WaitableCase(channel.TakeAsync, () => channel.TryPut(true));
        }) { IsGet = true },

        new("CoChannel.TryPut", static () =>
        {
            CoChannel<int> channel = new();
            return new WaitableCase((timeout, token) => channel.TryPutAsync(1, timeout, token), () => channel.TryTake(out _));
        }),

        new("CoSelect.Wait, in a queue", static () => Select(new CoQueue<int>())),

        new("CoSelect.Wait, in a channel", static () => Select(new CoChannel<int>())),

        new("CoSelect.Wait, for readiness", static () =>
        {
            CoEvent happened = new();
            return new WaitableCase(
                async (timeout, token) =>
                {
                    CoSelect select = new();
                    select.Take(new CoQueue<int>());
                    select.Ready(happened);
                    return await select.WaitAsync(timeout, token) is not null;
                },
                happened.Set);
        }) { WakesAll = true },

        new("CoGroup.Join", static () =>
        {
            CoGroup group = new();
            CoEvent end = new();
            group.Spawn(() => end.WaitAsync());
            return new WaitableCase(group.JoinAsync, end.Set);
        }) { WakesAll = true, WorksHosted = false, ComesLater = true },

        new("CoGroup.JoinOrThrow", static () =>
        {
            CoGroup group = new();
            CoEvent end = new();
            group.Spawn(() => end.WaitAsync());
            return new WaitableCase(group.JoinOrThrowAsync, end.Set);
        }) { WakesAll = true, WorksHosted = false, ComesLater = true },

        new("CoPool.WaitAvailable", static () =>
        {
            CoPool pool = new(0);
            return new WaitableCase(pool.WaitAvailableAsync, () => pool.Size = 1);
        }) { WakesAll = true },

        new("CoPool.Spawn", static () =>
        {
            CoPool pool = new(0);
            return new WaitableCase(
                async (timeout, token) =>
                {
                    await pool.SpawnAsync(timeout, static () => Co.SleepAsync(Timeout.Infinite), token);
                    return true;
                },
                () => pool.Size++);
        }) { IsGet = true, WorksHosted = false },

        new("CoResourcePool.Take", static () =>
        {
            CoResourcePool<bool> pool = new(static () => new Coroutine<bool>(true), new() { MaxSize = 0 });
            return new WaitableCase(async (timeout, token) => (await pool.TakeAsync(timeout, token)).Value, () => pool.MaxSize++);
        }) { IsGet = true },

        new("CoDag.Get", static () =>
        {
            CoDag<string, bool> dag = new();
            return new WaitableCase((timeout, token) => dag.GetAsync("key", timeout, token), () => dag.Post("key", true));
        }) { IsGet = true, WakesAll = true },

        new("CoThreadPool.Join", static () =>
        {
            CoThreadPool pool = new(0);
            pool.Spawn(static () => { });
            return Never(pool.JoinAsync);
        }) { CanBeFulfilled = false },

        new("CoThreadPool.Run", static () =>
        {
            CoThreadPool pool = new(0);
            return Never((_, token) => pool.RunAsync(static () => true, token));
        }) { CanBeFulfilled = false, TakesTimeout = false },
    ];

    /// <summary>A select that takes from <paramref name="conduit"/>, among other things that never come.</summary>
    private static WaitableCase Select(Conduit<int> conduit) => new(
        async (timeout, token) =>
        {
            CoSelect select = new();
            select.Put(new CoChannel<int>(), 1);
            select.Take(conduit);
            return await select.WaitAsync(timeout, token) is not null;
        },
        () => conduit.TryPut(1));

    /// <summary>A wait that nothing but time ends.</summary>
    private static WaitableCase Never(Func<TimeSpan, CancellationToken, Coroutine<bool>> wait) => new(wait, static () => throw new NotSupportedException());

    /// <summary>Does something on a thread where no fiber runs, and waits for that.</summary>
    private static void Outside(Action act)
    {
        Thread thread = new(act.Invoke);
        thread.Start();
        thread.Join();
    }

    private static void Outside(Func<Coroutine> act) => Outside(() => act().AsTask().Wait());

    /// <summary>Begins what is to be done once, on another thread.</summary>
    private static Task RunOutside(this CoOnce once, Func<Coroutine> action)
    {
        using ManualResetEventSlim begun = new();
        Task task = Task.Run(() => once.RunAsync(() =>
        {
            begun.Set();
            return action();
        }).AsTask());
        begun.Wait();
        return task;
    }
}
