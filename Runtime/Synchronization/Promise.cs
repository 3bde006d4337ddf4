using System.ComponentModel;
using CoGen.CompilerServices;

namespace CoGen;

/// <summary>
/// Something that will be done later, or fail: set once, by any fiber or thread, and awaited by any number of them. A
/// <see cref="Promise{T}"/> without a result.
/// </summary>
/// <inheritdoc cref="Promise{T}" path="/remarks"/>
public sealed class Promise : PromiseBase
{
    /// <summary>Sets it done, and wakes all who wait. Does not wait.</summary>
    /// <exception cref="InvalidOperationException">The outcome was set before.</exception>
    public void SetResult() => MustBeFirst(TrySetResult());

    /// <summary>Sets it done, unless there is an outcome.</summary>
    /// <returns>Whether it was the first.</returns>
    public bool TrySetResult() => EndSetResult(BeginSetResult());

    /// <summary>Takes over how <paramref name="ended"/> has ended. Has no effect if there is an outcome.</summary>
    /// <inheritdoc cref="Promise{T}.SetFrom"/>
    public void SetFrom(Fiber ended)
    {
        if (ErrorOf(ended) is { } error) TrySetException(error);
        else TrySetResult();
    }

    /// <summary>Waits for the outcome, and throws the error if it is one.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <inheritdoc cref="Promise{T}.GetResult(CancellationToken)" path="/exception"/>
    public void GetResult(CancellationToken cancellationToken = default) => GetResult(Timeout.InfiniteTimeSpan, cancellationToken);

    /// <summary>Waits for the outcome, but no longer than <paramref name="timeout"/>, and throws the error if it is one.</summary>
    /// <param name="timeout">How long to wait at most; zero lets the others run once.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <inheritdoc cref="Promise{T}.GetResult(TimeSpan, CancellationToken)" path="/exception"/>
    public void GetResult(TimeSpan timeout, CancellationToken cancellationToken = default)
    {
        using MainTurn turn = MainTurn.Begin("Promise.GetResult");
        turn.Wait(GetResultAsync(timeout, cancellationToken));
    }

    /// <inheritdoc cref="GetResult(CancellationToken)"/>
    public Coroutine GetResultAsync(CancellationToken cancellationToken = default) => GetResultAsync(Timeout.InfiniteTimeSpan, cancellationToken);

    /// <inheritdoc cref="GetResult(TimeSpan, CancellationToken)"/>
    public async Coroutine GetResultAsync(TimeSpan timeout, CancellationToken cancellationToken = default)
    {
        if (!await WatchAsync(timeout, cancellationToken)) throw TimedOut();
        ThrowError();
    }

    /// <summary>Gets a task that ends with the outcome.</summary>
    /// <returns>The task.</returns>
    public async Task AsTask()
    {
        await WhenSettled().ConfigureAwait(false);
        ThrowError();
    }

    /// <summary>Awaits the outcome, and throws the error if it is one.</summary>
    /// <returns>The awaiter.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public CoroutineAwaiter GetAwaiter() => GetResultAsync().GetAwaiter();
}
