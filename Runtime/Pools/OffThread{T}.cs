namespace CoGen;

/// <summary>
/// An object that is used on the threads of a <see cref="CoThreadPool"/> alone, because it blocks: eventlet's
/// <c>tpool.Proxy</c>, with the calls spelled out. Several may use it at once, if the object allows that.
/// </summary>
/// <typeparam name="T">The type of the object.</typeparam>
public sealed class OffThread<T>
{
    private readonly T _target;

    /// <summary>Wraps an object.</summary>
    /// <param name="target">The object.</param>
    /// <param name="pool">The threads; <see cref="CoThreadPool.Default"/> if null. With a pool of one thread the calls come one after the other.</param>
    public OffThread(T target, CoThreadPool? pool = null)
    {
        _target = target;
        Pool = pool ?? CoThreadPool.Default;
    }

    /// <summary>The threads that use the object.</summary>
    public CoThreadPool Pool { get; }

    /// <summary>Uses the object on a thread of the pool, and waits for it while others go on.</summary>
    /// <param name="function">What to do with the object.</param>
    /// <inheritdoc cref="CoThreadPool.Run(Action, CancellationToken)"/>
    public void Run(Action<T> function, CancellationToken cancellationToken = default) => Pool.Run(function, _target, cancellationToken);

    /// <inheritdoc cref="Run(Action{T}, CancellationToken)"/>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    /// <returns>The result.</returns>
    public TResult Run<TResult>(Func<T, TResult> function, CancellationToken cancellationToken = default) => Pool.Run(function, _target, cancellationToken);

    /// <inheritdoc cref="Run(Action{T}, CancellationToken)"/>
    public Coroutine RunAsync(Action<T> function, CancellationToken cancellationToken = default) => Pool.RunAsync(function, _target, cancellationToken);

    /// <inheritdoc cref="Run{TResult}(Func{T, TResult}, CancellationToken)"/>
    public Coroutine<TResult> RunAsync<TResult>(Func<T, TResult> function, CancellationToken cancellationToken = default) => Pool.RunAsync(function, _target, cancellationToken);
}
