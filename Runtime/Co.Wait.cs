namespace CoGen;

public static partial class Co
{
    // Readiness is all that is waited for: nothing is taken. A semaphore that WaitAny found free may be empty when one tries.

    /// <summary>Waits until one of <paramref name="waitables"/> is ready. Takes nothing from it.</summary>
    /// <param name="waitables">What to wait for: fibers, events, semaphores, queues, tasks, processes.</param>
    /// <returns>The index of the one that was ready first.</returns>
    /// <exception cref="ArgumentException">There is nothing to wait for.</exception>
    /// <inheritdoc cref="Fiber.Join()" path="/exception"/>
    public static int WaitAny(params Waitable[] waitables) => WaitAny(waitables, Timeout.InfiniteTimeSpan);

    /// <summary>Waits until one of <paramref name="waitables"/> is ready, but no longer than <paramref name="timeout"/>. Takes nothing from it.</summary>
    /// <param name="timeout">How long to wait at most.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The index of the one that was ready first; -1 if the time was over before.</returns>
    /// <inheritdoc cref="WaitAny(Waitable[])"/>
    public static int WaitAny(IEnumerable<Waitable> waitables, TimeSpan timeout, CancellationToken cancellationToken = default)
    {
        using MainTurn turn = MainTurn.Begin("Co.WaitAny");
        return turn.Wait(WaitAnyAsync(waitables, timeout, cancellationToken));
    }

    /// <inheritdoc cref="WaitAny(Waitable[])"/>
    public static Coroutine<int> WaitAnyAsync(params Waitable[] waitables) => WaitAnyAsync(waitables, Timeout.InfiniteTimeSpan);

    /// <inheritdoc cref="WaitAny(IEnumerable{Waitable}, TimeSpan, CancellationToken)"/>
    public static async Coroutine<int> WaitAnyAsync(IEnumerable<Waitable> waitables, TimeSpan timeout, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(waitables);
        timeout = Time.Require(timeout);
        cancellationToken.ThrowIfCancellationRequested();
        Waitable[] all = [.. waitables];
        if (all.Length == 0) throw new ArgumentException("There is nothing to wait for.", nameof(waitables));

        int ready = Array.FindIndex(all, static waitable => waitable.IsReady);
        if (ready >= 0) return ready;

        ReadySet set = new(all);
        try
        {
            return await set.NextAsync(timeout, cancellationToken);
        }
        finally
        {
            set.Close();
        }
    }

    /// <summary>Waits until each of <paramref name="waitables"/> has been ready once. Takes nothing from them.</summary>
    /// <inheritdoc cref="WaitAny(Waitable[])" path="/param"/>
    /// <inheritdoc cref="Fiber.Join()" path="/exception"/>
    public static void WaitAll(params Waitable[] waitables)
    {
        ArgumentNullException.ThrowIfNull(waitables);
        WaitSome(waitables, waitables.Length, Timeout.InfiniteTimeSpan);
    }

    /// <inheritdoc cref="WaitAll(Waitable[])"/>
    public static async Coroutine WaitAllAsync(params Waitable[] waitables)
    {
        ArgumentNullException.ThrowIfNull(waitables);
        await WaitSomeAsync(waitables, waitables.Length, Timeout.InfiniteTimeSpan);
    }

    /// <summary>
    /// Waits until <paramref name="count"/> of <paramref name="waitables"/> have been ready, but no longer than
    /// <paramref name="timeout"/>. Takes nothing from them. The counterpart of gevent's <c>wait</c>.
    /// </summary>
    /// <param name="waitables">What to wait for: fibers, events, semaphores, queues, tasks, processes.</param>
    /// <param name="count">How many to wait for; at most as many as there are.</param>
    /// <param name="timeout">How long to wait at most.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Those that were ready in time, in the order in which they became so.</returns>
    /// <inheritdoc cref="Fiber.Join()" path="/exception"/>
    public static IReadOnlyList<Waitable> WaitSome(IEnumerable<Waitable> waitables, int count, TimeSpan timeout, CancellationToken cancellationToken = default)
    {
        using MainTurn turn = MainTurn.Begin("Co.WaitSome");
        return turn.Wait(WaitSomeAsync(waitables, count, timeout, cancellationToken));
    }

    /// <inheritdoc cref="WaitSome"/>
    public static async Coroutine<IReadOnlyList<Waitable>> WaitSomeAsync(
        IEnumerable<Waitable> waitables, int count, TimeSpan timeout, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(waitables);
        timeout = Time.Require(timeout);
        Waitable[] all = [.. waitables];
        return await CollectReadyAsync(all, all, count, timeout, cancellationToken, static _ => { });
    }

    /// <summary>Collects, of <paramref name="items"/>, those whose waitable is ready.</summary>
    private static async Coroutine<List<T>> CollectReadyAsync<T>(
        T[] items, Waitable[] all, int count, TimeSpan timeout, CancellationToken cancellationToken, Action<T> onReady)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, all.Length);
        cancellationToken.ThrowIfCancellationRequested();

        List<T> ready = new(count);
        ReadySet set = new(all);
        TimeProvider clock = Carrier.Current.Fiber?.Scheduler.Clock ?? TimeProvider.System;
        long began = clock.GetTimestamp();
        try
        {
            while (ready.Count < count)
            {
                int next = await set.NextAsync(Time.Left(timeout, clock.GetElapsedTime(began)), cancellationToken);
                if (next < 0) break;
                onReady(items[next]);
                ready.Add(items[next]);
            }
        }
        finally
        {
            set.Close();
        }

        return ready;
    }

    /// <summary>Gives out each of <paramref name="waitables"/> as soon as it is ready. Takes nothing from them.</summary>
    /// <param name="waitables">What to wait for: fibers, events, semaphores, queues, tasks, processes.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The sequence.</returns>
    public static ReadySequence WaitEach(IEnumerable<Waitable> waitables, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(waitables);
        return new ReadySequence([.. waitables], cancellationToken);
    }

    /// <inheritdoc cref="WaitEach(IEnumerable{Waitable}, CancellationToken)"/>
    public static ReadySequence WaitEach(params Waitable[] waitables) => WaitEach(waitables, CancellationToken.None);
}
