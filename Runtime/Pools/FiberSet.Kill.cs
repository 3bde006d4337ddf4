namespace CoGen;

public partial class FiberSet
{
    /// <summary>How many kill the set at this moment: then whoever comes in is killed too.</summary>
    private int _killers;

    /// <summary>
    /// Asks all fibers of the set to end, and does not wait for them: they stay in until they have. A fiber that the set
    /// has killed before, and that lives on, is left alone; kill it yourself. gevent's <c>kill(block=False)</c>.
    /// </summary>
    public void Cancel()
    {
        foreach (SetMember member in Members()) KillOnce(member);
    }

    /// <summary>Asks one fiber of the set to end, unless the set has done so before; gevent's <c>killone</c>.</summary>
    /// <param name="fiber">The fiber.</param>
    /// <returns>Whether it is in the set.</returns>
    public bool Cancel(Fiber fiber)
    {
        if (Find(fiber) is not { } member) return false;
        KillOnce(member);
        return true;
    }

    /// <summary>
    /// Cancels all fibers of the set, also those that come in meanwhile, and waits until it is empty. None is killed twice:
    /// one that catches the kill and lives on is waited for.
    /// </summary>
    /// <remarks>Called by a member it kills the caller too, here and now.</remarks>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled before the set was empty.</exception>
    /// <inheritdoc cref="Fiber.Join()" path="/exception"/>
    public void Kill(CancellationToken cancellationToken = default) => Kill(Timeout.InfiniteTimeSpan, cancellationToken);

    /// <param name="timeout">How long to wait at most.</param>
    /// <returns>Whether the set was empty.</returns>
    /// <inheritdoc cref="Kill(CancellationToken)"/>
    public bool Kill(TimeSpan timeout, CancellationToken cancellationToken = default)
    {
        using MainTurn turn = MainTurn.Begin("FiberSet.Kill");
        return turn.Wait(KillAsync(timeout, cancellationToken));
    }

    /// <inheritdoc cref="Kill(CancellationToken)"/>
    public Coroutine KillAsync(CancellationToken cancellationToken = default) => KillAsync(Timeout.InfiniteTimeSpan, cancellationToken).WithoutResult();

    /// <inheritdoc cref="Kill(TimeSpan, CancellationToken)"/>
    public async Coroutine<bool> KillAsync(TimeSpan timeout, CancellationToken cancellationToken = default)
    {
        Time.Require(timeout);
        cancellationToken.ThrowIfCancellationRequested();
        CountKillers(+1);
        try
        {
            Cancel();
            return await ReadyWait.BeginAsync(this, "the end of all in", timeout, cancellationToken);
        }
        finally
        {
            CountKillers(-1);
        }
    }

    private static void KillOnce(SetMember member)
    {
        if (member.TryClaimKill()) member.Fiber.Cancel();
    }

    private void CountKillers(int change)
    {
        Gate.Enter();
        _killers += change;
        Gate.Exit();
    }
}
