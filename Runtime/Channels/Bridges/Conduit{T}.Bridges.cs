using System.Threading.Channels;

namespace CoGen;

public abstract partial class Conduit<T>
{
    /// <summary>Sees this as the reading half of a channel of the base class library. Completion is <see cref="ShutDown"/>, and carries its error.</summary>
    /// <returns>The reader. Others may take from this as well.</returns>
    public ChannelReader<T> AsChannelReader() => new ConduitReader<T>(this);

    /// <summary>Sees this as the writing half of a channel of the base class library. To complete it is to <see cref="ShutDown"/> this; while this is full, writers wait.</summary>
    /// <returns>The writer. Others may put into this as well.</returns>
    /// <remarks>
    /// Of the two who meet in a <see cref="CoChannel{T}"/>, one must offer an item or ask for one. A writer that only waits for readiness, with
    /// <c>WaitToWriteAsync</c> and <c>TryWrite</c>, never meets a reader that only does the same.
    /// </remarks>
    public ChannelWriter<T> AsChannelWriter() => new ConduitWriter<T>(this);

    /// <summary>
    /// Sees this as something that pushes its items, to whoever subscribes; each item goes to one. <see cref="ShutDown"/> completes the
    /// subscriptions, with its error if there is one.
    /// </summary>
    /// <returns>The observable. A subscription is a fiber of the loop on which it was made, and takes items until it is disposed.</returns>
    public IObservable<T> AsObservable() => new ConduitObservable<T>(this);

    /// <summary>
    /// Sees this as something that items can be pushed to: what is pushed is put, and the end, or the error, of the source shuts this
    /// down. What is pushed after that is ignored.
    /// </summary>
    /// <returns>
    /// The observer. While this is full, to push waits as <see cref="Put(T, CancellationToken)"/> does: plain code holds back its source so;
    /// in a fiber, which cannot be held back there, it is a <see cref="BlockingCallException"/>.
    /// </returns>
    public IObserver<T> AsObserver() => new ConduitObserver<T>(this);

    /// <summary>
    /// Puts what <paramref name="source"/> yields until it ends, however it does, and then shuts this down, with the error if there is one.
    /// While this is full, nothing is asked of the source. An error of the source is not thrown here: those who take get it.
    /// </summary>
    /// <param name="source">The source. It is given the fiber's token, so that a kill ends its wait too.</param>
    /// <param name="cancellationToken">Ends the pumping, which is the error that those who take get then.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled before the end.</exception>
    /// <inheritdoc cref="Fiber.Join()" path="/exception"/>
    public void PumpFrom(IAsyncEnumerable<T> source, CancellationToken cancellationToken = default)
    {
        using MainTurn turn = MainTurn.Begin("Conduit.PumpFrom");
        turn.Wait(PumpFromAsync(source, cancellationToken));
    }

    /// <inheritdoc cref="PumpFrom(IAsyncEnumerable{T}, CancellationToken)"/>
    public Coroutine PumpFromAsync(IAsyncEnumerable<T> source, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        return Pump.FromAsync(source, this, cancellationToken);
    }

    /// <inheritdoc cref="PumpFrom(IAsyncEnumerable{T}, CancellationToken)"/>
    public void PumpFrom(ChannelReader<T> source, CancellationToken cancellationToken = default)
    {
        using MainTurn turn = MainTurn.Begin("Conduit.PumpFrom");
        turn.Wait(PumpFromAsync(source, cancellationToken));
    }

    /// <inheritdoc cref="PumpFrom(IAsyncEnumerable{T}, CancellationToken)"/>
    public Coroutine PumpFromAsync(ChannelReader<T> source, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        return Pump.FromAsync(source.ReadAllAsync(CancellationToken.None), this, cancellationToken);
    }

    /// <summary>
    /// Takes all items until <see cref="ShutDown"/> and writes them to <paramref name="target"/>, which is then completed, with the error if
    /// there is one. While the target is full, nothing is taken. Ends early if somebody else completes the target.
    /// </summary>
    /// <param name="target">The target.</param>
    /// <param name="cancellationToken">Ends the pumping; the target is completed with that as its error.</param>
    /// <exception cref="ChannelClosedException">Somebody else completed the target when an item had been taken for it, which is lost.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled before the end.</exception>
    /// <inheritdoc cref="Fiber.Join()" path="/exception"/>
    public void PumpTo(ChannelWriter<T> target, CancellationToken cancellationToken = default)
    {
        using MainTurn turn = MainTurn.Begin("Conduit.PumpTo");
        turn.Wait(PumpToAsync(target, cancellationToken));
    }

    /// <inheritdoc cref="PumpTo"/>
    public Coroutine PumpToAsync(ChannelWriter<T> target, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(target);
        return Pump.ToAsync(this, target, cancellationToken);
    }
}
