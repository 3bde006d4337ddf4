using System.Collections.Immutable;

namespace CoGen;

public partial class FiberGroup
{
    /// <summary>Those who wait for the first failure.</summary>
    private ImmutableList<FailureWatch>? _failureWatches;

    /// <summary>Waits until the group was empty at least once. Errors of fibers are not thrown.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled before the group was empty.</exception>
    /// <exception cref="InvalidOperationException">Called by a member: it would wait for its own end.</exception>
    /// <inheritdoc cref="Fiber.Join()" path="/exception"/>
    public void Join(CancellationToken cancellationToken = default) => Join(Timeout.InfiniteTimeSpan, cancellationToken);

    /// <summary>Waits until the group was empty at least once, but no longer than <paramref name="timeout"/>.</summary>
    /// <param name="timeout">How long to wait at most.</param>
    /// <returns>Whether it was.</returns>
    /// <inheritdoc cref="Join(CancellationToken)"/>
    public bool Join(TimeSpan timeout, CancellationToken cancellationToken = default)
    {
        using MainTurn turn = MainTurn.Begin("FiberGroup.Join");
        return turn.Wait(JoinAsync(timeout, cancellationToken));
    }

    /// <inheritdoc cref="Join(CancellationToken)"/>
    public Coroutine JoinAsync(CancellationToken cancellationToken = default) => JoinAsync(Timeout.InfiniteTimeSpan, cancellationToken).WithoutResult();

    /// <inheritdoc cref="Join(TimeSpan, CancellationToken)"/>
    public Coroutine<bool> JoinAsync(TimeSpan timeout, CancellationToken cancellationToken = default)
    {
        RequireOutside();
        return WatchAsync(timeout, cancellationToken);
    }

    /// <summary>
    /// Waits until the group is empty or one of its fibers has failed, and throws that error: of several, that of the fiber
    /// that failed first. Failures from before the call do not count. The others run on.
    /// </summary>
    /// <inheritdoc cref="Join(TimeSpan, CancellationToken)" path="/param"/>
    /// <returns>False when the time was over.</returns>
    /// <exception cref="Exception">The error of the fiber.</exception>
    /// <inheritdoc cref="Join(CancellationToken)" path="/exception"/>
    public bool JoinOrThrow(TimeSpan timeout, CancellationToken cancellationToken = default)
    {
        using MainTurn turn = MainTurn.Begin("FiberGroup.JoinOrThrow");
        return turn.Wait(JoinOrThrowAsync(timeout, cancellationToken));
    }

    /// <inheritdoc cref="JoinOrThrow(TimeSpan, CancellationToken)"/>
    public void JoinOrThrow(CancellationToken cancellationToken = default) => JoinOrThrow(Timeout.InfiniteTimeSpan, cancellationToken);

    /// <inheritdoc cref="JoinOrThrow(TimeSpan, CancellationToken)"/>
    public Coroutine JoinOrThrowAsync(CancellationToken cancellationToken = default) => JoinOrThrowAsync(Timeout.InfiniteTimeSpan, cancellationToken).WithoutResult();

    /// <inheritdoc cref="JoinOrThrow(TimeSpan, CancellationToken)"/>
    public async Coroutine<bool> JoinOrThrowAsync(TimeSpan timeout, CancellationToken cancellationToken = default)
    {
        RequireOutside();
        FailureWatch watch = new(this);
        ImmutableInterlocked.Update(ref _failureWatches, static (all, one) => (all ?? []).Add(one), watch);
        try
        {
            if (IsEmptyNow()) watch.End(null);
            bool ended = await watch.WaitAsync(timeout, cancellationToken);
            watch.ThrowFailure();
            return ended;
        }
        finally
        {
            ImmutableInterlocked.Update(ref _failureWatches, static (all, one) => all!.Remove(one), watch);
        }
    }

    /// <summary>Under the gate: whoever takes out the last afterwards sees the watches that were there before.</summary>
    private bool IsEmptyNow()
    {
        Gate.Enter();
        bool isEmpty = _count == 0;
        Gate.Exit();
        return isEmpty;
    }

    private void RequireOutside()
    {
        if (IsInside) throw new InvalidOperationException($"Fiber '{Co.Current}' waits for {this} to be empty, and is in it: it would wait for its own end.");
    }

    private static void TellFailureWatches(ImmutableList<FailureWatch> watches, Exception? error, bool isEmpty)
    {
        if (error is null && !isEmpty) return;
        foreach (FailureWatch watch in watches) watch.End(error);
    }
}
