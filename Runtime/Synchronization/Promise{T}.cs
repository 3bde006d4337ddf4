using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using CoGen.CompilerServices;

namespace CoGen;

/// <summary>
/// A result that will be there later, or an error: set once, by any fiber or thread, and read by any number of them. The
/// counterpart of gevent's <c>AsyncResult</c>.
/// </summary>
/// <remarks>
/// To set it twice is an error, or with the <c>TrySet…</c> members has no effect: a reader never sees the outcome change, as it
/// does with gevent, where the last one wins and a result hides an earlier error.
/// </remarks>
/// <typeparam name="T">The type of the result.</typeparam>
public sealed class Promise<T> : PromiseBase
{
    private T? _result;

    /// <summary>Sets the result, and wakes all who wait. Does not wait.</summary>
    /// <param name="result">The result.</param>
    /// <exception cref="InvalidOperationException">The outcome was set before.</exception>
    public void SetResult(T result) => MustBeFirst(TrySetResult(result));

    /// <summary>Sets the result, unless there is an outcome.</summary>
    /// <returns>Whether it was the first.</returns>
    /// <inheritdoc cref="SetResult" path="/param"/>
    public bool TrySetResult(T result)
    {
        bool isFirst = BeginSetResult();
        if (isFirst) _result = result;
        return EndSetResult(isFirst);
    }

    /// <summary>Takes over how <paramref name="ended"/> has ended: its result or its error. Has no effect if there is an outcome.</summary>
    /// <param name="ended">A fiber that has ended.</param>
    /// <exception cref="InvalidOperationException">The fiber has not ended.</exception>
    public void SetFrom(Fiber<T> ended)
    {
        if (ErrorOf(ended) is { } error) TrySetException(error);
        else TrySetResult(ended.Result);
    }

    /// <summary>Gets the result if it is set. Never waits, and never yields.</summary>
    /// <param name="result">The result.</param>
    /// <returns>Whether it was set.</returns>
    /// <exception cref="Exception">The error that was set.</exception>
    public bool TryGetResult([MaybeNullWhen(false)] out T result)
    {
        bool isReady = IsReady;
        result = isReady ? Take() : default;
        return isReady;
    }

    /// <summary>Waits for the outcome: returns the result, or throws the error.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The result.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled first.</exception>
    /// <exception cref="Exception">The error that was set: the same instance each time.</exception>
    /// <inheritdoc cref="Fiber.Join()" path="/exception"/>
    public T GetResult(CancellationToken cancellationToken = default) => GetResult(Timeout.InfiniteTimeSpan, cancellationToken);

    /// <summary>Waits for the outcome, but no longer than <paramref name="timeout"/>: returns the result, or throws the error.</summary>
    /// <param name="timeout">How long to wait at most; zero lets the others run once.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The result.</returns>
    /// <exception cref="TimeoutException">Nothing was set in time.</exception>
    /// <inheritdoc cref="GetResult(CancellationToken)" path="/exception"/>
    public T GetResult(TimeSpan timeout, CancellationToken cancellationToken = default)
    {
        using MainTurn turn = MainTurn.Begin("Promise.GetResult");
        return turn.Wait(GetResultAsync(timeout, cancellationToken));
    }

    /// <inheritdoc cref="GetResult(CancellationToken)"/>
    public Coroutine<T> GetResultAsync(CancellationToken cancellationToken = default) => GetResultAsync(Timeout.InfiniteTimeSpan, cancellationToken);

    /// <inheritdoc cref="GetResult(TimeSpan, CancellationToken)"/>
    public async Coroutine<T> GetResultAsync(TimeSpan timeout, CancellationToken cancellationToken = default) =>
        await WatchAsync(timeout, cancellationToken) ? Take() : throw TimedOut();

    /// <summary>Gets a task that ends with the outcome.</summary>
    /// <returns>The task.</returns>
    public async Task<T> AsTask()
    {
        await WhenSettled().ConfigureAwait(false);
        return Take();
    }

    /// <summary>Awaits the result, or throws the error.</summary>
    /// <returns>The awaiter.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public CoroutineAwaiter<T> GetAwaiter() => GetResultAsync().GetAwaiter();

    private T Take()
    {
        ThrowError();
        return _result!;
    }
}
