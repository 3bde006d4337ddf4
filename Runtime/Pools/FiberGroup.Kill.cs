using System.Collections.Immutable;

namespace CoGen;

public partial class FiberGroup
{
    /// <summary>Those who kill the group at this moment: whoever comes in meanwhile is killed too, with what the last of them gives.</summary>
    private ImmutableList<Killer> _killers = [];

    /// <summary>
    /// Asks all fibers of the group to end, and does not wait for them: they stay in until they have. A fiber that the group has
    /// killed before, and that lives on, is left alone; kill it yourself. gevent's <c>kill(block=False)</c>.
    /// </summary>
    public void Cancel() => CancelAll(null);

    /// <inheritdoc cref="Cancel()"/>
    /// <param name="error">What is thrown in each of them.</param>
    public void Cancel(Exception error)
    {
        ArgumentNullException.ThrowIfNull(error);
        CancelAll(error);
    }

    /// <summary>Asks one fiber of the group to end, unless the group has done so before; gevent's <c>killone</c>.</summary>
    /// <param name="fiber">The fiber.</param>
    /// <returns>Whether it is in the group.</returns>
    public bool Cancel(Fiber fiber)
    {
        if (Find(fiber) is not { } member) return false;
        KillOnce(member, null);
        return true;
    }

    /// <summary>
    /// Cancels all fibers of the group, also those that come in meanwhile, and waits until it is empty. None is killed twice: one
    /// that catches the kill and lives on is waited for.
    /// </summary>
    /// <remarks>Called by a member it kills the caller too, here and now.</remarks>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled before the group was empty.</exception>
    /// <inheritdoc cref="Fiber.Join()" path="/exception"/>
    public void Kill(CancellationToken cancellationToken = default) => Kill(Timeout.InfiniteTimeSpan, cancellationToken);

    /// <param name="timeout">How long to wait at most.</param>
    /// <returns>Whether the group was empty in time.</returns>
    /// <inheritdoc cref="Kill(CancellationToken)"/>
    public bool Kill(TimeSpan timeout, CancellationToken cancellationToken = default)
    {
        using MainTurn turn = MainTurn.Begin("FiberGroup.Kill");
        return turn.Wait(KillAsync(timeout, cancellationToken));
    }

    /// <inheritdoc cref="Kill(TimeSpan, CancellationToken)"/>
    /// <param name="error">What is thrown in each of them. It is not thrown here.</param>
    public bool Kill(Exception error, TimeSpan timeout, CancellationToken cancellationToken = default)
    {
        using MainTurn turn = MainTurn.Begin("FiberGroup.Kill");
        return turn.Wait(KillAsync(error, timeout, cancellationToken));
    }

    /// <inheritdoc cref="Kill(CancellationToken)"/>
    public Coroutine KillAsync(CancellationToken cancellationToken = default) => KillAsync(Timeout.InfiniteTimeSpan, cancellationToken).WithoutResult();

    /// <inheritdoc cref="Kill(TimeSpan, CancellationToken)"/>
    public Coroutine<bool> KillAsync(TimeSpan timeout, CancellationToken cancellationToken = default) => KillAllAsync(null, timeout, cancellationToken);

    /// <inheritdoc cref="Kill(Exception, TimeSpan, CancellationToken)"/>
    public Coroutine<bool> KillAsync(Exception error, TimeSpan timeout, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(error);
        return KillAllAsync(error, timeout, cancellationToken);
    }

    private async Coroutine<bool> KillAllAsync(Exception? error, TimeSpan timeout, CancellationToken cancellationToken)
    {
        timeout = Time.Require(timeout);
        cancellationToken.ThrowIfCancellationRequested();
        Killer killer = new(error);
        ImmutableInterlocked.Update(ref _killers, static (all, one) => all.Add(one), killer);
        try
        {
            CancelAll(error);
            return await WatchAsync(timeout, cancellationToken);
        }
        finally
        {
            ImmutableInterlocked.Update(ref _killers, static (all, one) => all.Remove(one), killer);
        }
    }

    private void CancelAll(Exception? error)
    {
        foreach (GroupMember member in Members()) KillOnce(member, error);
    }

    private static void KillOnce(GroupMember member, Exception? error)
    {
        if (member.TryClaimKill()) member.Fiber.Cancel(error ?? new FiberKilledException());
    }

    private sealed class Killer(Exception? error)
    {
        internal Exception? Error { get; } = error;
    }
}
