using System.Runtime.CompilerServices;
using CoGen.CompilerServices;

namespace CoGen;

public partial class FiberGroup
{
    /// <inheritdoc cref="Spawn(Action, CancellationToken)"/>
    public Coroutine<Fiber> SpawnAsync([CoroutineEntry] Action entry, CancellationToken cancellationToken = default) => SpawnAsync(Twin.Of(entry), cancellationToken);

    /// <inheritdoc cref="Spawn(Action, CancellationToken)"/>
    [OverloadResolutionPriority(1)]
    public Coroutine<Fiber> SpawnAsync(Func<Coroutine> entry, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return SpawnAsync(Timeout.InfiniteTimeSpan, new Entry(entry), cancellationToken);
    }

    /// <inheritdoc cref="Spawn(Action, CancellationToken)"/>
    /// <typeparam name="TArg">The type of <paramref name="arg"/>.</typeparam>
    /// <param name="arg">What the entry is called with.</param>
    public Coroutine<Fiber> SpawnAsync<TArg>([CoroutineEntry] Action<TArg> entry, TArg arg, CancellationToken cancellationToken = default) => SpawnAsync(Twin.Of(entry), arg, cancellationToken);

    /// <inheritdoc cref="Spawn(Action, CancellationToken)"/>
    /// <typeparam name="TArg">The type of <paramref name="arg"/>.</typeparam>
    /// <param name="arg">What the entry is called with.</param>
    [OverloadResolutionPriority(1)]
    public Coroutine<Fiber> SpawnAsync<TArg>(Func<TArg, Coroutine> entry, TArg arg, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return SpawnAsync(Timeout.InfiniteTimeSpan, new Entry<TArg>(entry, arg), cancellationToken);
    }

    /// <inheritdoc cref="Spawn(Action, CancellationToken)"/>
    /// <typeparam name="T1">The type of <paramref name="arg1"/>.</typeparam>
    /// <param name="arg1">What the entry is called with.</param>
    /// <typeparam name="T2">The type of <paramref name="arg2"/>.</typeparam>
    /// <param name="arg2">What the entry is called with.</param>
    public Coroutine<Fiber> SpawnAsync<T1, T2>([CoroutineEntry] Action<T1, T2> entry, T1 arg1, T2 arg2, CancellationToken cancellationToken = default) => SpawnAsync(Twin.Of(entry), arg1, arg2, cancellationToken);

    /// <inheritdoc cref="Spawn(Action, CancellationToken)"/>
    /// <typeparam name="T1">The type of <paramref name="arg1"/>.</typeparam>
    /// <param name="arg1">What the entry is called with.</param>
    /// <typeparam name="T2">The type of <paramref name="arg2"/>.</typeparam>
    /// <param name="arg2">What the entry is called with.</param>
    [OverloadResolutionPriority(1)]
    public Coroutine<Fiber> SpawnAsync<T1, T2>(Func<T1, T2, Coroutine> entry, T1 arg1, T2 arg2, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return SpawnAsync(Timeout.InfiniteTimeSpan, new Entry<T1, T2>(entry, arg1, arg2), cancellationToken);
    }

    /// <inheritdoc cref="Spawn(Action, CancellationToken)"/>
    /// <typeparam name="T1">The type of <paramref name="arg1"/>.</typeparam>
    /// <param name="arg1">What the entry is called with.</param>
    /// <typeparam name="T2">The type of <paramref name="arg2"/>.</typeparam>
    /// <param name="arg2">What the entry is called with.</param>
    /// <typeparam name="T3">The type of <paramref name="arg3"/>.</typeparam>
    /// <param name="arg3">What the entry is called with.</param>
    public Coroutine<Fiber> SpawnAsync<T1, T2, T3>([CoroutineEntry] Action<T1, T2, T3> entry, T1 arg1, T2 arg2, T3 arg3, CancellationToken cancellationToken = default) => SpawnAsync(Twin.Of(entry), arg1, arg2, arg3, cancellationToken);

    /// <inheritdoc cref="Spawn(Action, CancellationToken)"/>
    /// <typeparam name="T1">The type of <paramref name="arg1"/>.</typeparam>
    /// <param name="arg1">What the entry is called with.</param>
    /// <typeparam name="T2">The type of <paramref name="arg2"/>.</typeparam>
    /// <param name="arg2">What the entry is called with.</param>
    /// <typeparam name="T3">The type of <paramref name="arg3"/>.</typeparam>
    /// <param name="arg3">What the entry is called with.</param>
    [OverloadResolutionPriority(1)]
    public Coroutine<Fiber> SpawnAsync<T1, T2, T3>(Func<T1, T2, T3, Coroutine> entry, T1 arg1, T2 arg2, T3 arg3, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return SpawnAsync(Timeout.InfiniteTimeSpan, new Entry<T1, T2, T3>(entry, arg1, arg2, arg3), cancellationToken);
    }

    /// <inheritdoc cref="Spawn(Action, CancellationToken)"/>
    /// <typeparam name="T1">The type of <paramref name="arg1"/>.</typeparam>
    /// <param name="arg1">What the entry is called with.</param>
    /// <typeparam name="T2">The type of <paramref name="arg2"/>.</typeparam>
    /// <param name="arg2">What the entry is called with.</param>
    /// <typeparam name="T3">The type of <paramref name="arg3"/>.</typeparam>
    /// <param name="arg3">What the entry is called with.</param>
    /// <typeparam name="T4">The type of <paramref name="arg4"/>.</typeparam>
    /// <param name="arg4">What the entry is called with.</param>
    public Coroutine<Fiber> SpawnAsync<T1, T2, T3, T4>([CoroutineEntry] Action<T1, T2, T3, T4> entry, T1 arg1, T2 arg2, T3 arg3, T4 arg4, CancellationToken cancellationToken = default) => SpawnAsync(Twin.Of(entry), arg1, arg2, arg3, arg4, cancellationToken);

    /// <inheritdoc cref="Spawn(Action, CancellationToken)"/>
    /// <typeparam name="T1">The type of <paramref name="arg1"/>.</typeparam>
    /// <param name="arg1">What the entry is called with.</param>
    /// <typeparam name="T2">The type of <paramref name="arg2"/>.</typeparam>
    /// <param name="arg2">What the entry is called with.</param>
    /// <typeparam name="T3">The type of <paramref name="arg3"/>.</typeparam>
    /// <param name="arg3">What the entry is called with.</param>
    /// <typeparam name="T4">The type of <paramref name="arg4"/>.</typeparam>
    /// <param name="arg4">What the entry is called with.</param>
    [OverloadResolutionPriority(1)]
    public Coroutine<Fiber> SpawnAsync<T1, T2, T3, T4>(Func<T1, T2, T3, T4, Coroutine> entry, T1 arg1, T2 arg2, T3 arg3, T4 arg4, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return SpawnAsync(Timeout.InfiniteTimeSpan, new Entry<T1, T2, T3, T4>(entry, arg1, arg2, arg3, arg4), cancellationToken);
    }

    /// <inheritdoc cref="Spawn(Action, CancellationToken)"/>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    public Coroutine<Fiber<TResult>> SpawnAsync<TResult>([CoroutineEntry] Func<TResult> entry, CancellationToken cancellationToken = default) => SpawnAsync(Twin.Of(entry), cancellationToken);

    /// <inheritdoc cref="Spawn(Action, CancellationToken)"/>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    [OverloadResolutionPriority(1)]
    public Coroutine<Fiber<TResult>> SpawnAsync<TResult>(Func<Coroutine<TResult>> entry, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return SpawnAsync<ResultEntry<TResult>, TResult>(Timeout.InfiniteTimeSpan, new ResultEntry<TResult>(entry), cancellationToken);
    }

    /// <inheritdoc cref="Spawn(Action, CancellationToken)"/>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    /// <typeparam name="TArg">The type of <paramref name="arg"/>.</typeparam>
    /// <param name="arg">What the entry is called with.</param>
    public Coroutine<Fiber<TResult>> SpawnAsync<TArg, TResult>([CoroutineEntry] Func<TArg, TResult> entry, TArg arg, CancellationToken cancellationToken = default) => SpawnAsync(Twin.Of(entry), arg, cancellationToken);

    /// <inheritdoc cref="Spawn(Action, CancellationToken)"/>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    /// <typeparam name="TArg">The type of <paramref name="arg"/>.</typeparam>
    /// <param name="arg">What the entry is called with.</param>
    [OverloadResolutionPriority(1)]
    public Coroutine<Fiber<TResult>> SpawnAsync<TArg, TResult>(Func<TArg, Coroutine<TResult>> entry, TArg arg, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return SpawnAsync<ResultEntry<TArg, TResult>, TResult>(Timeout.InfiniteTimeSpan, new ResultEntry<TArg, TResult>(entry, arg), cancellationToken);
    }

    /// <inheritdoc cref="Spawn(Action, CancellationToken)"/>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    /// <typeparam name="T1">The type of <paramref name="arg1"/>.</typeparam>
    /// <param name="arg1">What the entry is called with.</param>
    /// <typeparam name="T2">The type of <paramref name="arg2"/>.</typeparam>
    /// <param name="arg2">What the entry is called with.</param>
    public Coroutine<Fiber<TResult>> SpawnAsync<T1, T2, TResult>([CoroutineEntry] Func<T1, T2, TResult> entry, T1 arg1, T2 arg2, CancellationToken cancellationToken = default) => SpawnAsync(Twin.Of(entry), arg1, arg2, cancellationToken);

    /// <inheritdoc cref="Spawn(Action, CancellationToken)"/>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    /// <typeparam name="T1">The type of <paramref name="arg1"/>.</typeparam>
    /// <param name="arg1">What the entry is called with.</param>
    /// <typeparam name="T2">The type of <paramref name="arg2"/>.</typeparam>
    /// <param name="arg2">What the entry is called with.</param>
    [OverloadResolutionPriority(1)]
    public Coroutine<Fiber<TResult>> SpawnAsync<T1, T2, TResult>(Func<T1, T2, Coroutine<TResult>> entry, T1 arg1, T2 arg2, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return SpawnAsync<ResultEntry<T1, T2, TResult>, TResult>(Timeout.InfiniteTimeSpan, new ResultEntry<T1, T2, TResult>(entry, arg1, arg2), cancellationToken);
    }

    /// <inheritdoc cref="Spawn(Action, CancellationToken)"/>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    /// <typeparam name="T1">The type of <paramref name="arg1"/>.</typeparam>
    /// <param name="arg1">What the entry is called with.</param>
    /// <typeparam name="T2">The type of <paramref name="arg2"/>.</typeparam>
    /// <param name="arg2">What the entry is called with.</param>
    /// <typeparam name="T3">The type of <paramref name="arg3"/>.</typeparam>
    /// <param name="arg3">What the entry is called with.</param>
    public Coroutine<Fiber<TResult>> SpawnAsync<T1, T2, T3, TResult>([CoroutineEntry] Func<T1, T2, T3, TResult> entry, T1 arg1, T2 arg2, T3 arg3, CancellationToken cancellationToken = default) => SpawnAsync(Twin.Of(entry), arg1, arg2, arg3, cancellationToken);

    /// <inheritdoc cref="Spawn(Action, CancellationToken)"/>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    /// <typeparam name="T1">The type of <paramref name="arg1"/>.</typeparam>
    /// <param name="arg1">What the entry is called with.</param>
    /// <typeparam name="T2">The type of <paramref name="arg2"/>.</typeparam>
    /// <param name="arg2">What the entry is called with.</param>
    /// <typeparam name="T3">The type of <paramref name="arg3"/>.</typeparam>
    /// <param name="arg3">What the entry is called with.</param>
    [OverloadResolutionPriority(1)]
    public Coroutine<Fiber<TResult>> SpawnAsync<T1, T2, T3, TResult>(Func<T1, T2, T3, Coroutine<TResult>> entry, T1 arg1, T2 arg2, T3 arg3, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return SpawnAsync<ResultEntry<T1, T2, T3, TResult>, TResult>(Timeout.InfiniteTimeSpan, new ResultEntry<T1, T2, T3, TResult>(entry, arg1, arg2, arg3), cancellationToken);
    }

    /// <inheritdoc cref="Spawn(Action, CancellationToken)"/>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    /// <typeparam name="T1">The type of <paramref name="arg1"/>.</typeparam>
    /// <param name="arg1">What the entry is called with.</param>
    /// <typeparam name="T2">The type of <paramref name="arg2"/>.</typeparam>
    /// <param name="arg2">What the entry is called with.</param>
    /// <typeparam name="T3">The type of <paramref name="arg3"/>.</typeparam>
    /// <param name="arg3">What the entry is called with.</param>
    /// <typeparam name="T4">The type of <paramref name="arg4"/>.</typeparam>
    /// <param name="arg4">What the entry is called with.</param>
    public Coroutine<Fiber<TResult>> SpawnAsync<T1, T2, T3, T4, TResult>([CoroutineEntry] Func<T1, T2, T3, T4, TResult> entry, T1 arg1, T2 arg2, T3 arg3, T4 arg4, CancellationToken cancellationToken = default) => SpawnAsync(Twin.Of(entry), arg1, arg2, arg3, arg4, cancellationToken);

    /// <inheritdoc cref="Spawn(Action, CancellationToken)"/>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    /// <typeparam name="T1">The type of <paramref name="arg1"/>.</typeparam>
    /// <param name="arg1">What the entry is called with.</param>
    /// <typeparam name="T2">The type of <paramref name="arg2"/>.</typeparam>
    /// <param name="arg2">What the entry is called with.</param>
    /// <typeparam name="T3">The type of <paramref name="arg3"/>.</typeparam>
    /// <param name="arg3">What the entry is called with.</param>
    /// <typeparam name="T4">The type of <paramref name="arg4"/>.</typeparam>
    /// <param name="arg4">What the entry is called with.</param>
    [OverloadResolutionPriority(1)]
    public Coroutine<Fiber<TResult>> SpawnAsync<T1, T2, T3, T4, TResult>(Func<T1, T2, T3, T4, Coroutine<TResult>> entry, T1 arg1, T2 arg2, T3 arg3, T4 arg4, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return SpawnAsync<ResultEntry<T1, T2, T3, T4, TResult>, TResult>(Timeout.InfiniteTimeSpan, new ResultEntry<T1, T2, T3, T4, TResult>(entry, arg1, arg2, arg3, arg4), cancellationToken);
    }
}
