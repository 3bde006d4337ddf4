using System.Runtime.CompilerServices;
using CoGen.CompilerServices;

namespace CoGen;

public partial class FiberGroup
{
    /// <summary>
    /// Spawns a fiber into the group. A bounded group that is full makes the caller wait until there is a slot, first come,
    /// first served. The fiber does not run yet: its first turn comes when the spawner next waits.
    /// </summary>
    /// <remarks>
    /// A member of a full group that spawns into it lends its own slot: the new fiber runs at once, and the member waits until
    /// that has ended or another slot is free. So nested spawning is no deadlock, and no more run than there are slots.
    /// </remarks>
    /// <param name="entry"><inheritdoc cref="Co.Spawn(Action)" path="/param[@name='entry']"/></param>
    /// <param name="cancellationToken">Ends the wait for a slot.</param>
    /// <returns>The fiber.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled before there was a slot.</exception>
    /// <inheritdoc cref="Fiber.Join()" path="/exception"/>
    public Fiber Spawn([CoroutineEntry] Action entry, CancellationToken cancellationToken = default) => Spawn(Twin.Of(entry), cancellationToken);

    /// <inheritdoc cref="Spawn(Action, CancellationToken)"/>
    [OverloadResolutionPriority(1)]
    public Fiber Spawn(Func<Coroutine> entry, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return SpawnNow(Timeout.InfiniteTimeSpan, new Entry(entry), cancellationToken);
    }

    /// <inheritdoc cref="Spawn(Action, CancellationToken)"/>
    /// <typeparam name="TArg">The type of <paramref name="arg"/>.</typeparam>
    /// <param name="arg">What the entry is called with.</param>
    public Fiber Spawn<TArg>([CoroutineEntry] Action<TArg> entry, TArg arg, CancellationToken cancellationToken = default) => Spawn(Twin.Of(entry), arg, cancellationToken);

    /// <inheritdoc cref="Spawn(Action, CancellationToken)"/>
    /// <typeparam name="TArg">The type of <paramref name="arg"/>.</typeparam>
    /// <param name="arg">What the entry is called with.</param>
    [OverloadResolutionPriority(1)]
    public Fiber Spawn<TArg>(Func<TArg, Coroutine> entry, TArg arg, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return SpawnNow(Timeout.InfiniteTimeSpan, new Entry<TArg>(entry, arg), cancellationToken);
    }

    /// <inheritdoc cref="Spawn(Action, CancellationToken)"/>
    /// <typeparam name="T1">The type of <paramref name="arg1"/>.</typeparam>
    /// <param name="arg1">What the entry is called with.</param>
    /// <typeparam name="T2">The type of <paramref name="arg2"/>.</typeparam>
    /// <param name="arg2">What the entry is called with.</param>
    public Fiber Spawn<T1, T2>([CoroutineEntry] Action<T1, T2> entry, T1 arg1, T2 arg2, CancellationToken cancellationToken = default) => Spawn(Twin.Of(entry), arg1, arg2, cancellationToken);

    /// <inheritdoc cref="Spawn(Action, CancellationToken)"/>
    /// <typeparam name="T1">The type of <paramref name="arg1"/>.</typeparam>
    /// <param name="arg1">What the entry is called with.</param>
    /// <typeparam name="T2">The type of <paramref name="arg2"/>.</typeparam>
    /// <param name="arg2">What the entry is called with.</param>
    [OverloadResolutionPriority(1)]
    public Fiber Spawn<T1, T2>(Func<T1, T2, Coroutine> entry, T1 arg1, T2 arg2, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return SpawnNow(Timeout.InfiniteTimeSpan, new Entry<T1, T2>(entry, arg1, arg2), cancellationToken);
    }

    /// <inheritdoc cref="Spawn(Action, CancellationToken)"/>
    /// <typeparam name="T1">The type of <paramref name="arg1"/>.</typeparam>
    /// <param name="arg1">What the entry is called with.</param>
    /// <typeparam name="T2">The type of <paramref name="arg2"/>.</typeparam>
    /// <param name="arg2">What the entry is called with.</param>
    /// <typeparam name="T3">The type of <paramref name="arg3"/>.</typeparam>
    /// <param name="arg3">What the entry is called with.</param>
    public Fiber Spawn<T1, T2, T3>([CoroutineEntry] Action<T1, T2, T3> entry, T1 arg1, T2 arg2, T3 arg3, CancellationToken cancellationToken = default) => Spawn(Twin.Of(entry), arg1, arg2, arg3, cancellationToken);

    /// <inheritdoc cref="Spawn(Action, CancellationToken)"/>
    /// <typeparam name="T1">The type of <paramref name="arg1"/>.</typeparam>
    /// <param name="arg1">What the entry is called with.</param>
    /// <typeparam name="T2">The type of <paramref name="arg2"/>.</typeparam>
    /// <param name="arg2">What the entry is called with.</param>
    /// <typeparam name="T3">The type of <paramref name="arg3"/>.</typeparam>
    /// <param name="arg3">What the entry is called with.</param>
    [OverloadResolutionPriority(1)]
    public Fiber Spawn<T1, T2, T3>(Func<T1, T2, T3, Coroutine> entry, T1 arg1, T2 arg2, T3 arg3, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return SpawnNow(Timeout.InfiniteTimeSpan, new Entry<T1, T2, T3>(entry, arg1, arg2, arg3), cancellationToken);
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
    public Fiber Spawn<T1, T2, T3, T4>([CoroutineEntry] Action<T1, T2, T3, T4> entry, T1 arg1, T2 arg2, T3 arg3, T4 arg4, CancellationToken cancellationToken = default) => Spawn(Twin.Of(entry), arg1, arg2, arg3, arg4, cancellationToken);

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
    public Fiber Spawn<T1, T2, T3, T4>(Func<T1, T2, T3, T4, Coroutine> entry, T1 arg1, T2 arg2, T3 arg3, T4 arg4, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return SpawnNow(Timeout.InfiniteTimeSpan, new Entry<T1, T2, T3, T4>(entry, arg1, arg2, arg3, arg4), cancellationToken);
    }

    /// <inheritdoc cref="Spawn(Action, CancellationToken)"/>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    public Fiber<TResult> Spawn<TResult>([CoroutineEntry] Func<TResult> entry, CancellationToken cancellationToken = default) => Spawn(Twin.Of(entry), cancellationToken);

    /// <inheritdoc cref="Spawn(Action, CancellationToken)"/>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    [OverloadResolutionPriority(1)]
    public Fiber<TResult> Spawn<TResult>(Func<Coroutine<TResult>> entry, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return SpawnNow<ResultEntry<TResult>, TResult>(Timeout.InfiniteTimeSpan, new ResultEntry<TResult>(entry), cancellationToken);
    }

    /// <inheritdoc cref="Spawn(Action, CancellationToken)"/>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    /// <typeparam name="TArg">The type of <paramref name="arg"/>.</typeparam>
    /// <param name="arg">What the entry is called with.</param>
    public Fiber<TResult> Spawn<TArg, TResult>([CoroutineEntry] Func<TArg, TResult> entry, TArg arg, CancellationToken cancellationToken = default) => Spawn(Twin.Of(entry), arg, cancellationToken);

    /// <inheritdoc cref="Spawn(Action, CancellationToken)"/>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    /// <typeparam name="TArg">The type of <paramref name="arg"/>.</typeparam>
    /// <param name="arg">What the entry is called with.</param>
    [OverloadResolutionPriority(1)]
    public Fiber<TResult> Spawn<TArg, TResult>(Func<TArg, Coroutine<TResult>> entry, TArg arg, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return SpawnNow<ResultEntry<TArg, TResult>, TResult>(Timeout.InfiniteTimeSpan, new ResultEntry<TArg, TResult>(entry, arg), cancellationToken);
    }

    /// <inheritdoc cref="Spawn(Action, CancellationToken)"/>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    /// <typeparam name="T1">The type of <paramref name="arg1"/>.</typeparam>
    /// <param name="arg1">What the entry is called with.</param>
    /// <typeparam name="T2">The type of <paramref name="arg2"/>.</typeparam>
    /// <param name="arg2">What the entry is called with.</param>
    public Fiber<TResult> Spawn<T1, T2, TResult>([CoroutineEntry] Func<T1, T2, TResult> entry, T1 arg1, T2 arg2, CancellationToken cancellationToken = default) => Spawn(Twin.Of(entry), arg1, arg2, cancellationToken);

    /// <inheritdoc cref="Spawn(Action, CancellationToken)"/>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    /// <typeparam name="T1">The type of <paramref name="arg1"/>.</typeparam>
    /// <param name="arg1">What the entry is called with.</param>
    /// <typeparam name="T2">The type of <paramref name="arg2"/>.</typeparam>
    /// <param name="arg2">What the entry is called with.</param>
    [OverloadResolutionPriority(1)]
    public Fiber<TResult> Spawn<T1, T2, TResult>(Func<T1, T2, Coroutine<TResult>> entry, T1 arg1, T2 arg2, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return SpawnNow<ResultEntry<T1, T2, TResult>, TResult>(Timeout.InfiniteTimeSpan, new ResultEntry<T1, T2, TResult>(entry, arg1, arg2), cancellationToken);
    }

    /// <inheritdoc cref="Spawn(Action, CancellationToken)"/>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    /// <typeparam name="T1">The type of <paramref name="arg1"/>.</typeparam>
    /// <param name="arg1">What the entry is called with.</param>
    /// <typeparam name="T2">The type of <paramref name="arg2"/>.</typeparam>
    /// <param name="arg2">What the entry is called with.</param>
    /// <typeparam name="T3">The type of <paramref name="arg3"/>.</typeparam>
    /// <param name="arg3">What the entry is called with.</param>
    public Fiber<TResult> Spawn<T1, T2, T3, TResult>([CoroutineEntry] Func<T1, T2, T3, TResult> entry, T1 arg1, T2 arg2, T3 arg3, CancellationToken cancellationToken = default) => Spawn(Twin.Of(entry), arg1, arg2, arg3, cancellationToken);

    /// <inheritdoc cref="Spawn(Action, CancellationToken)"/>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    /// <typeparam name="T1">The type of <paramref name="arg1"/>.</typeparam>
    /// <param name="arg1">What the entry is called with.</param>
    /// <typeparam name="T2">The type of <paramref name="arg2"/>.</typeparam>
    /// <param name="arg2">What the entry is called with.</param>
    /// <typeparam name="T3">The type of <paramref name="arg3"/>.</typeparam>
    /// <param name="arg3">What the entry is called with.</param>
    [OverloadResolutionPriority(1)]
    public Fiber<TResult> Spawn<T1, T2, T3, TResult>(Func<T1, T2, T3, Coroutine<TResult>> entry, T1 arg1, T2 arg2, T3 arg3, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return SpawnNow<ResultEntry<T1, T2, T3, TResult>, TResult>(Timeout.InfiniteTimeSpan, new ResultEntry<T1, T2, T3, TResult>(entry, arg1, arg2, arg3), cancellationToken);
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
    public Fiber<TResult> Spawn<T1, T2, T3, T4, TResult>([CoroutineEntry] Func<T1, T2, T3, T4, TResult> entry, T1 arg1, T2 arg2, T3 arg3, T4 arg4, CancellationToken cancellationToken = default) => Spawn(Twin.Of(entry), arg1, arg2, arg3, arg4, cancellationToken);

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
    public Fiber<TResult> Spawn<T1, T2, T3, T4, TResult>(Func<T1, T2, T3, T4, Coroutine<TResult>> entry, T1 arg1, T2 arg2, T3 arg3, T4 arg4, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return SpawnNow<ResultEntry<T1, T2, T3, T4, TResult>, TResult>(Timeout.InfiniteTimeSpan, new ResultEntry<T1, T2, T3, T4, TResult>(entry, arg1, arg2, arg3, arg4), cancellationToken);
    }
}
