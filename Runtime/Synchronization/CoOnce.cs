using System.Runtime.CompilerServices;
using CoGen.CompilerServices;

namespace CoGen;

/// <summary>
/// Something that is done once, by the first who asks for it; all others wait until it is done. The counterpart of
/// <see cref="LazyInitializer"/>, for actions that wait.
/// </summary>
/// <remarks>
/// If the action fails, or whoever runs it is killed, the error is that caller's own, and the next in line runs its action: it
/// counts as done only when it succeeds.
/// </remarks>
public sealed class CoOnce : Waitable
{
    private readonly CoLock _runner;
    private bool _isDone;

    /// <summary>Creates one that is not done.</summary>
    public CoOnce() => _runner = new CoLock { PartOf = this };

    /// <summary>Creates a part of <paramref name="whole"/>.</summary>
    internal CoOnce(Waitable whole) => _runner = new CoLock { PartOf = whole };

    /// <summary>Whether it is done.</summary>
    public override bool IsReady => Volatile.Read(ref _isDone);

    private protected override bool IsReadyNow => _isDone;

    /// <summary>Does it, unless it is done; waits while somebody else does it.</summary>
    /// <param name="action">What to do. Not called if it is done already. A <see cref="CoroutineAttribute">[Coroutine]</see> method runs as its twin.</param>
    /// <param name="cancellationToken">Ends the wait for another who does it; not one's own action.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled first.</exception>
    /// <exception cref="InvalidOperationException">The action asks for what it is itself to do.</exception>
    /// <inheritdoc cref="Fiber.Join()" path="/exception"/>
    public void Run([CoroutineEntry] Action action, CancellationToken cancellationToken = default) => Run(Twin.Of(action), cancellationToken);

    /// <inheritdoc cref="Run(Action, CancellationToken)"/>
    [OverloadResolutionPriority(1)]
    public void Run(Func<Coroutine> action, CancellationToken cancellationToken = default)
    {
        if (IsReady) return;
        using MainTurn turn = MainTurn.Begin("CoOnce.Run");
        turn.Wait(RunAsync(action, cancellationToken));
    }

    /// <inheritdoc cref="Run(Action, CancellationToken)"/>
    public Coroutine RunAsync([CoroutineEntry] Action action, CancellationToken cancellationToken = default) => RunAsync(Twin.Of(action), cancellationToken);

    /// <inheritdoc cref="Run(Action, CancellationToken)"/>
    [OverloadResolutionPriority(1)]
    public Coroutine RunAsync(Func<Coroutine> action, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(action);
        return RunAsync(action, static action => action(), Timeout.InfiniteTimeSpan, cancellationToken).WithoutResult();
    }

    /// <summary>Does it.</summary>
    /// <returns>Whether it is done; if not, the time for waiting is over.</returns>
    internal async Coroutine<bool> RunAsync<TState>(TState state, Func<TState, Coroutine> action, TimeSpan timeout, CancellationToken cancellationToken)
    {
        if (IsReady) return true;
        if (_runner.IsReentered) throw new InvalidOperationException($"{_runner.PartOf} was asked for by what is to make it, which would wait for itself.");
        if (!await _runner.TryEnterAsync(timeout, cancellationToken)) return false;
        try
        {
            if (IsReady) return true;
            await action(state);
            EndRun();
            return true;
        }
        finally
        {
            _runner.Exit();
        }
    }

    private void EndRun()
    {
        RouseList watchers = default;
        Gate.Enter();
        Volatile.Write(ref _isDone, true);
        ServeWatchers(ref watchers);
        Gate.Exit();
        watchers.Rouse(WaitFrame.Signalled);
    }
}
