namespace CoGen;

/// <summary>A wait for a fiber to end.</summary>
internal sealed class JoinWait : WaitFrame
{
    internal JoinWait? NextJoiner;
    private FiberCore? _awaited;

    /// <summary>The scheduler that is to tell this wait, which is plain code's, if the end can never come.</summary>
    private PoolScheduler? _informer;

    /// <summary>Joins a fiber that only the loop of both deals with.</summary>
    internal static JoinWait Begin(FiberCore fiber, FiberCore awaited, TimeSpan timeout)
    {
        JoinWait wait = Rent(fiber, awaited);
        awaited.AddJoiner(wait);
        if (timeout != Timeout.InfiniteTimeSpan) fiber.Scheduler.Arm(wait, timeout);
        return wait;
    }

    /// <summary>Joins life <paramref name="id"/> of a fiber that several threads deal with.</summary>
    /// <param name="fiber">Who joins; null outside any fiber.</param>
    /// <param name="awaited">The fiber.</param>
    /// <param name="id">Its life.</param>
    /// <param name="timeout">How long to wait at most.</param>
    /// <returns>Null if it has ended.</returns>
    internal static JoinWait? TryBeginShared(FiberCore? fiber, FiberCore awaited, long id, TimeSpan timeout)
    {
        JoinWait wait = fiber is null ? new JoinWait { _awaited = awaited } : Rent(fiber, awaited);
        if (!awaited.TryAddJoiner(wait, id))
        {
            wait.Recycle();
            return null;
        }

        if (fiber is not null && fiber.Scheduler != awaited.Scheduler) wait.ExpectFromOutside();
        wait.Limit(timeout, default);
        if (fiber is MainFiber && awaited.Scheduler is PoolScheduler pool)
        {
            wait._informer = pool;
            pool.AddPlainWait(wait);
        }

        return wait;
    }

    private static JoinWait Rent(FiberCore fiber, FiberCore awaited)
    {
        JoinWait wait = (JoinWait?)fiber.Pools.Of<JoinWait>().TryRent() ?? new JoinWait();
        wait.Enter(fiber);
        wait._awaited = awaited;
        return wait;
    }

    internal override object? WaitsFor => _awaited;

    internal override string Describe() => $"Join of '{_awaited?.Name}'";

    private protected override bool TryWithdraw() => _awaited!.TryRemoveJoiner(this);

    private protected override void Recycle()
    {
        _informer?.RemovePlainWait(this);
        _informer = null;
        _awaited = null;
        if (Fiber is not null) Retire<JoinWait>();
    }
}
