namespace CoGen;

/// <summary>
/// A group with a bound: so many fibers at most run in it, and whoever would spawn one more waits until one has ended, first
/// come, first served. The counterpart of gevent's <c>Pool</c> and of eventlet's <c>GreenPool</c>.
/// </summary>
/// <remarks>All members may be used from any thread.</remarks>
public sealed class CoPool : FiberGroup
{
    /// <summary>Creates an empty pool.</summary>
    /// <param name="size">How many fibers may be in at once. None at all with 0, any number with <see cref="int.MaxValue"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The size is negative.</exception>
    public CoPool(int size = int.MaxValue)
        : base(Require(size))
    {
    }

    /// <summary>
    /// How many fibers may be in at once. To raise it lets in those who wait; to lower it ends nothing, but lets nobody in until
    /// enough have ended. eventlet's <c>resize</c>.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The size is negative.</exception>
    public int Size
    {
        get => Slots!.Size;
        set => Slots!.Size = Require(value);
    }

    /// <summary>How many more fibers may come in now. Negative while more are in than may be, after the pool was made smaller.</summary>
    public int FreeCount => Slots!.Free;

    /// <summary>How many wait for a slot.</summary>
    public int WaitingCount => Slots!.Waiting;

    /// <summary>Whether somebody who spawned now would have to wait.</summary>
    public bool IsFull => FreeCount <= 0;

    /// <summary>Ready while there is a free slot: for <see cref="Co.WaitAny(Waitable[])"/> and its kin. The pool itself is ready while it is empty.</summary>
    public Waitable Available => Slots!;

    /// <summary>Waits until there is a free slot, and does not take it: somebody else may.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled first.</exception>
    /// <inheritdoc cref="Fiber.Join()" path="/exception"/>
    public void WaitAvailable(CancellationToken cancellationToken = default) => WaitAvailable(Timeout.InfiniteTimeSpan, cancellationToken);

    /// <param name="timeout">How long to wait at most.</param>
    /// <returns>Whether there was a free slot in time.</returns>
    /// <inheritdoc cref="WaitAvailable(CancellationToken)"/>
    public bool WaitAvailable(TimeSpan timeout, CancellationToken cancellationToken = default)
    {
        using MainTurn turn = MainTurn.Begin("CoPool.WaitAvailable");
        return turn.Wait(WaitAvailableAsync(timeout, cancellationToken));
    }

    /// <inheritdoc cref="WaitAvailable(CancellationToken)"/>
    public Coroutine WaitAvailableAsync(CancellationToken cancellationToken = default) => WaitAvailableAsync(Timeout.InfiniteTimeSpan, cancellationToken).WithoutResult();

    /// <inheritdoc cref="WaitAvailable(TimeSpan, CancellationToken)"/>
    public Coroutine<bool> WaitAvailableAsync(TimeSpan timeout, CancellationToken cancellationToken = default) =>
        Slots!.SeeFreeAsync(timeout, cancellationToken);

    private static int Require(int size)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        return size;
    }
}
