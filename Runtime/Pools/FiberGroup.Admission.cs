namespace CoGen;

public partial class FiberGroup
{
    /// <summary>Whether something could be started now without waiting.</summary>
    internal bool HasRoom => Slots is null || Slots.IsReady;

    /// <summary>Whether the code that runs now is in a fiber of this group.</summary>
    internal bool IsInside => GroupMember.Of(Carrier.Current.Fiber, this) is not null;

    /// <summary>For what spawns fibers and waits for them: plain code pumps their loop meanwhile, and ordinary async code cannot.</summary>
    /// <exception cref="InvalidOperationException">This is ordinary async code, whose fibers nobody would run.</exception>
    internal static void RequireFiber(string what)
    {
        if (Carrier.Current.Fiber is null) throw new InvalidOperationException($"Only a fiber, or plain code, can {what}: this is async code outside any fiber, and nobody would run the fibers that it spawns.");
    }

    private bool TryEnter() => Slots is null || Slots.TryTake();

    private async Coroutine EnterAsync(TimeSpan timeout, CancellationToken cancellationToken)
    {
        if (Slots is not null && !await Slots.TakeAsync(timeout, cancellationToken)) throw new PoolFullException(this, Slots.Size);
    }

    private async Coroutine AddLaterAsync(Fiber fiber, TimeSpan timeout, CancellationToken cancellationToken)
    {
        if (Lend() is { } loan)
        {
            TakeIn(fiber, loan);
            try
            {
                await BackAsync(loan, timeout, cancellationToken);
            }
            catch
            {
                Remove(fiber);
                throw;
            }

            return;
        }

        await EnterAsync(timeout, cancellationToken);
        TakeIn(fiber, null);
    }

    /// <summary>A slot for something that a member of this full group wants to start: its own, while it waits.</summary>
    private Slots.Loan? Lend() => IsInside ? new Slots.Loan() : null;

    /// <summary>Waits until what was lent has come back.</summary>
    private async Coroutine BackAsync(Slots.Loan loan, TimeSpan timeout, CancellationToken cancellationToken)
    {
        try
        {
            await Slots!.BackAsync(loan, timeout, cancellationToken);
        }
        finally
        {
            Slots!.Keep(loan);
        }
    }

    private Coroutine<Fiber> SpawnAsync<TEntry>(TimeSpan timeout, in TEntry entry, CancellationToken cancellationToken)
        where TEntry : struct, IEntry
    {
        timeout = Time.Require(timeout);
        cancellationToken.ThrowIfCancellationRequested();
        return TryEnter() ? new Coroutine<Fiber>(Start(entry, null)) : SpawnLaterAsync(timeout, entry, cancellationToken);
    }

    private Coroutine<Fiber<T>> SpawnAsync<TEntry, T>(TimeSpan timeout, in TEntry entry, CancellationToken cancellationToken)
        where TEntry : struct, IEntry<T>
    {
        timeout = Time.Require(timeout);
        cancellationToken.ThrowIfCancellationRequested();
        return TryEnter() ? new Coroutine<Fiber<T>>(Start<TEntry, T>(entry, null)) : SpawnLaterAsync<TEntry, T>(timeout, entry, null, cancellationToken);
    }

    /// <summary>Spawns a fiber whose error somebody surely takes, and which is in <paramref name="other"/> too.</summary>
    internal Coroutine<Fiber<T>> SpawnAsync<TEntry, T>(in TEntry entry, FiberGroup other, CancellationToken cancellationToken)
        where TEntry : struct, IEntry<T> =>
        TryEnter() ? new Coroutine<Fiber<T>>(Start<TEntry, T>(entry, null, other)) : SpawnLaterAsync<TEntry, T>(Timeout.InfiniteTimeSpan, entry, other, cancellationToken);

    private async Coroutine<Fiber> SpawnLaterAsync<TEntry>(TimeSpan timeout, TEntry entry, CancellationToken cancellationToken)
        where TEntry : struct, IEntry
    {
        Slots.Loan? loan = Lend();
        if (loan is null) await EnterAsync(timeout, cancellationToken);
        Fiber fiber = Start(entry, loan);
        if (loan is not null) await BackOrCancelAsync(fiber, loan, timeout, cancellationToken);
        return fiber;
    }

    private async Coroutine<Fiber<T>> SpawnLaterAsync<TEntry, T>(TimeSpan timeout, TEntry entry, FiberGroup? other, CancellationToken cancellationToken)
        where TEntry : struct, IEntry<T>
    {
        Slots.Loan? loan = Lend();
        if (loan is null) await EnterAsync(timeout, cancellationToken);
        Fiber<T> fiber = Start<TEntry, T>(entry, loan, other);
        if (loan is not null) await BackOrCancelAsync(fiber, loan, timeout, cancellationToken);
        return fiber;
    }

    /// <summary>Nobody gets the handle of a fiber if its spawner was interrupted.</summary>
    private async Coroutine BackOrCancelAsync(Fiber fiber, Slots.Loan loan, TimeSpan timeout, CancellationToken cancellationToken)
    {
        try
        {
            await BackAsync(loan, timeout, cancellationToken);
        }
        catch
        {
            fiber.Cancel();
            throw;
        }
    }

    private Fiber SpawnNow<TEntry>(TimeSpan timeout, in TEntry entry, CancellationToken cancellationToken)
        where TEntry : struct, IEntry
    {
        // Without room alone is it a wait, which only a rewritten fiber may make.
        cancellationToken.ThrowIfCancellationRequested();
        if (TryEnter()) return Start(entry, null);
        using MainTurn turn = MainTurn.Begin("FiberGroup.Spawn");
        return turn.Wait(SpawnAsync(timeout, entry, cancellationToken));
    }

    private Fiber<T> SpawnNow<TEntry, T>(TimeSpan timeout, in TEntry entry, CancellationToken cancellationToken)
        where TEntry : struct, IEntry<T>
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (TryEnter()) return Start<TEntry, T>(entry, null);
        using MainTurn turn = MainTurn.Begin("FiberGroup.Spawn");
        return turn.Wait(SpawnAsync<TEntry, T>(timeout, entry, cancellationToken));
    }

    private Fiber Start<TEntry>(in TEntry entry, Slots.Loan? loan)
        where TEntry : struct, IEntry
    {
        FiberOf<TEntry> fiber = FiberOf<TEntry>.Create(entry);
        TakeIn(fiber, loan);
        Launch(fiber);
        return fiber.Handle;
    }

    private Fiber<T> Start<TEntry, T>(in TEntry entry, Slots.Loan? loan, FiberGroup? other = null)
        where TEntry : struct, IEntry<T>
    {
        FiberOf<TEntry, T> fiber = FiberOf<TEntry, T>.Create(entry);
        if (other is not null)
        {
            fiber.Extras.IsObserved = true;
            other.TakeIn(fiber, null);
        }

        TakeIn(fiber, loan);
        Launch(fiber);
        return new Fiber<T>(fiber.Handle);
    }

    /// <summary>Lets a fiber that was taken in have its first turn.</summary>
    private protected static void Launch(FiberCore fiber)
    {
        if (Watched.Spawns) SpawnHooks.OnSpawn(fiber);
        if (Carrier.Current.Aside is null) fiber.Scheduler.Ready(fiber);
        else fiber.Scheduler.Post(fiber);
    }
}
