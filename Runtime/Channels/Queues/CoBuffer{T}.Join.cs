namespace CoGen;

public abstract partial class CoBuffer<T>
{
    private WaitLine _joiners;
    private int _unfinished;

    /// <summary>How many items were put, and not yet said to be done with <see cref="TaskDone"/>: gevent's <c>unfinished_tasks</c>.</summary>
    public int UnfinishedCount => Volatile.Read(ref _unfinished);

    /// <summary>Says that one item, which was taken, is done. Does not wait. The counterpart of gevent's <c>task_done</c>.</summary>
    /// <exception cref="InvalidOperationException">It was said more often than items were put.</exception>
    public void TaskDone()
    {
        WakeList wakes = default;
        Gate.Enter();
        bool isTooMany = _unfinished == 0;
        if (!isTooMany) FinishNow(1, ref wakes);
        Gate.Exit();
        if (isTooMany) throw new InvalidOperationException($"TaskDone was called more often on {this} than items were put.");
        wakes.Rouse();
    }

    /// <summary>Waits until each item that was put is done: see <see cref="TaskDone"/>. One that was never used is done.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled before.</exception>
    /// <inheritdoc cref="Fiber.Join()" path="/exception"/>
    public void Join(CancellationToken cancellationToken = default) => Join(Timeout.InfiniteTimeSpan, cancellationToken);

    /// <summary>Waits until each item that was put is done, but no longer than <paramref name="timeout"/>.</summary>
    /// <param name="timeout">How long to wait at most.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Whether all were done in time.</returns>
    /// <inheritdoc cref="Join(CancellationToken)" path="/exception"/>
    public bool Join(TimeSpan timeout, CancellationToken cancellationToken = default)
    {
        using MainTurn turn = MainTurn.Begin("CoBuffer.Join");
        return turn.Wait(JoinAsync(timeout, cancellationToken));
    }

    /// <inheritdoc cref="Join(CancellationToken)"/>
    public Coroutine JoinAsync(CancellationToken cancellationToken = default) => JoinAsync(Timeout.InfiniteTimeSpan, cancellationToken).WithoutResult();

    /// <inheritdoc cref="Join(TimeSpan, CancellationToken)"/>
    public Coroutine<bool> JoinAsync(TimeSpan timeout, CancellationToken cancellationToken = default)
    {
        timeout = Time.Require(timeout);
        cancellationToken.ThrowIfCancellationRequested();
        if (UnfinishedCount == 0) return new Coroutine<bool>(true);

        LineWait<Joiner> wait = LineWait<Joiner>.Rent();
        wait.Node.Buffer = this;
        Gate.Enter();
        bool isDone = _unfinished == 0;
        if (!isDone) _joiners.Append(wait.Node);
        Gate.Exit();
        if (!isDone) return wait.Begin(timeout, cancellationToken);

        wait.Discard();
        return new Coroutine<bool>(true);
    }

    private void FinishNow(int count, ref WakeList wakes)
    {
        Volatile.Write(ref _unfinished, Math.Max(0, _unfinished - count));
        if (_unfinished > 0) return;
        while (_joiners.Serve() is { } joiner) wakes.Signalled.Add(joiner);
    }

    /// <summary>One who waits until all is done.</summary>
    private sealed class Joiner : LineNode
    {
        internal CoBuffer<T>? Buffer;

        internal override bool TryWithdraw()
        {
            CoBuffer<T> buffer = Buffer!;
            buffer.Gate.Enter();
            bool removed = buffer._joiners.TryRemove(this);
            buffer.Gate.Exit();
            return removed;
        }

        internal override string Describe() => $"the end of {Buffer!.UnfinishedCount} unfinished items of {Buffer}";

        internal override void Clear() => Buffer = null;
    }
}
