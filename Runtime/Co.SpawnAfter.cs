using System.Runtime.CompilerServices;
using CoGen.CompilerServices;

namespace CoGen;

public static partial class Co
{
    /// <summary>Spawns a fiber whose first turn comes after <paramref name="delay"/>.</summary>
    /// <param name="delay">How long to hold the fiber back.</param>
    /// <inheritdoc cref="Spawn(Action)"/>
    public static Fiber SpawnAfter(TimeSpan delay, [CoroutineEntry] Action entry) => SpawnAfter(delay, Twin.Of(entry));

    /// <inheritdoc cref="SpawnAfter(TimeSpan, Action)"/>
    [OverloadResolutionPriority(1)]
    public static Fiber SpawnAfter(TimeSpan delay, Func<Coroutine> entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return FiberStart.After(delay, new Entry(entry));
    }

    /// <inheritdoc cref="SpawnAfter(TimeSpan, Action)"/>
    /// <typeparam name="TArg">The type of <paramref name="arg"/>.</typeparam>
    /// <param name="arg">What the entry is called with.</param>
    public static Fiber SpawnAfter<TArg>(TimeSpan delay, [CoroutineEntry] Action<TArg> entry, TArg arg) => SpawnAfter(delay, Twin.Of(entry), arg);

    /// <inheritdoc cref="SpawnAfter(TimeSpan, Action)"/>
    /// <typeparam name="TArg">The type of <paramref name="arg"/>.</typeparam>
    /// <param name="arg">What the entry is called with.</param>
    [OverloadResolutionPriority(1)]
    public static Fiber SpawnAfter<TArg>(TimeSpan delay, Func<TArg, Coroutine> entry, TArg arg)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return FiberStart.After(delay, new Entry<TArg>(entry, arg));
    }

    /// <inheritdoc cref="SpawnAfter(TimeSpan, Action)"/>
    /// <typeparam name="T1">The type of <paramref name="arg1"/>.</typeparam>
    /// <param name="arg1">What the entry is called with.</param>
    /// <typeparam name="T2">The type of <paramref name="arg2"/>.</typeparam>
    /// <param name="arg2">What the entry is called with.</param>
    public static Fiber SpawnAfter<T1, T2>(TimeSpan delay, [CoroutineEntry] Action<T1, T2> entry, T1 arg1, T2 arg2) => SpawnAfter(delay, Twin.Of(entry), arg1, arg2);

    /// <inheritdoc cref="SpawnAfter(TimeSpan, Action)"/>
    /// <typeparam name="T1">The type of <paramref name="arg1"/>.</typeparam>
    /// <param name="arg1">What the entry is called with.</param>
    /// <typeparam name="T2">The type of <paramref name="arg2"/>.</typeparam>
    /// <param name="arg2">What the entry is called with.</param>
    [OverloadResolutionPriority(1)]
    public static Fiber SpawnAfter<T1, T2>(TimeSpan delay, Func<T1, T2, Coroutine> entry, T1 arg1, T2 arg2)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return FiberStart.After(delay, new Entry<T1, T2>(entry, arg1, arg2));
    }

    /// <inheritdoc cref="SpawnAfter(TimeSpan, Action)"/>
    /// <typeparam name="T1">The type of <paramref name="arg1"/>.</typeparam>
    /// <param name="arg1">What the entry is called with.</param>
    /// <typeparam name="T2">The type of <paramref name="arg2"/>.</typeparam>
    /// <param name="arg2">What the entry is called with.</param>
    /// <typeparam name="T3">The type of <paramref name="arg3"/>.</typeparam>
    /// <param name="arg3">What the entry is called with.</param>
    public static Fiber SpawnAfter<T1, T2, T3>(TimeSpan delay, [CoroutineEntry] Action<T1, T2, T3> entry, T1 arg1, T2 arg2, T3 arg3) => SpawnAfter(delay, Twin.Of(entry), arg1, arg2, arg3);

    /// <inheritdoc cref="SpawnAfter(TimeSpan, Action)"/>
    /// <typeparam name="T1">The type of <paramref name="arg1"/>.</typeparam>
    /// <param name="arg1">What the entry is called with.</param>
    /// <typeparam name="T2">The type of <paramref name="arg2"/>.</typeparam>
    /// <param name="arg2">What the entry is called with.</param>
    /// <typeparam name="T3">The type of <paramref name="arg3"/>.</typeparam>
    /// <param name="arg3">What the entry is called with.</param>
    [OverloadResolutionPriority(1)]
    public static Fiber SpawnAfter<T1, T2, T3>(TimeSpan delay, Func<T1, T2, T3, Coroutine> entry, T1 arg1, T2 arg2, T3 arg3)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return FiberStart.After(delay, new Entry<T1, T2, T3>(entry, arg1, arg2, arg3));
    }

    /// <inheritdoc cref="SpawnAfter(TimeSpan, Action)"/>
    /// <typeparam name="T1">The type of <paramref name="arg1"/>.</typeparam>
    /// <param name="arg1">What the entry is called with.</param>
    /// <typeparam name="T2">The type of <paramref name="arg2"/>.</typeparam>
    /// <param name="arg2">What the entry is called with.</param>
    /// <typeparam name="T3">The type of <paramref name="arg3"/>.</typeparam>
    /// <param name="arg3">What the entry is called with.</param>
    /// <typeparam name="T4">The type of <paramref name="arg4"/>.</typeparam>
    /// <param name="arg4">What the entry is called with.</param>
    public static Fiber SpawnAfter<T1, T2, T3, T4>(TimeSpan delay, [CoroutineEntry] Action<T1, T2, T3, T4> entry, T1 arg1, T2 arg2, T3 arg3, T4 arg4) => SpawnAfter(delay, Twin.Of(entry), arg1, arg2, arg3, arg4);

    /// <inheritdoc cref="SpawnAfter(TimeSpan, Action)"/>
    /// <typeparam name="T1">The type of <paramref name="arg1"/>.</typeparam>
    /// <param name="arg1">What the entry is called with.</param>
    /// <typeparam name="T2">The type of <paramref name="arg2"/>.</typeparam>
    /// <param name="arg2">What the entry is called with.</param>
    /// <typeparam name="T3">The type of <paramref name="arg3"/>.</typeparam>
    /// <param name="arg3">What the entry is called with.</param>
    /// <typeparam name="T4">The type of <paramref name="arg4"/>.</typeparam>
    /// <param name="arg4">What the entry is called with.</param>
    [OverloadResolutionPriority(1)]
    public static Fiber SpawnAfter<T1, T2, T3, T4>(TimeSpan delay, Func<T1, T2, T3, T4, Coroutine> entry, T1 arg1, T2 arg2, T3 arg3, T4 arg4)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return FiberStart.After(delay, new Entry<T1, T2, T3, T4>(entry, arg1, arg2, arg3, arg4));
    }

    /// <inheritdoc cref="SpawnAfter(TimeSpan, Action)"/>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    public static Fiber<TResult> SpawnAfter<TResult>(TimeSpan delay, [CoroutineEntry] Func<TResult> entry) => SpawnAfter(delay, Twin.Of(entry));

    /// <inheritdoc cref="SpawnAfter(TimeSpan, Action)"/>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    [OverloadResolutionPriority(1)]
    public static Fiber<TResult> SpawnAfter<TResult>(TimeSpan delay, Func<Coroutine<TResult>> entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return FiberStart.After<ResultEntry<TResult>, TResult>(delay, new(entry));
    }

    /// <inheritdoc cref="SpawnAfter(TimeSpan, Action)"/>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    /// <typeparam name="TArg">The type of <paramref name="arg"/>.</typeparam>
    /// <param name="arg">What the entry is called with.</param>
    public static Fiber<TResult> SpawnAfter<TArg, TResult>(TimeSpan delay, [CoroutineEntry] Func<TArg, TResult> entry, TArg arg) => SpawnAfter(delay, Twin.Of(entry), arg);

    /// <inheritdoc cref="SpawnAfter(TimeSpan, Action)"/>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    /// <typeparam name="TArg">The type of <paramref name="arg"/>.</typeparam>
    /// <param name="arg">What the entry is called with.</param>
    [OverloadResolutionPriority(1)]
    public static Fiber<TResult> SpawnAfter<TArg, TResult>(TimeSpan delay, Func<TArg, Coroutine<TResult>> entry, TArg arg)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return FiberStart.After<ResultEntry<TArg, TResult>, TResult>(delay, new(entry, arg));
    }

    /// <inheritdoc cref="SpawnAfter(TimeSpan, Action)"/>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    /// <typeparam name="T1">The type of <paramref name="arg1"/>.</typeparam>
    /// <param name="arg1">What the entry is called with.</param>
    /// <typeparam name="T2">The type of <paramref name="arg2"/>.</typeparam>
    /// <param name="arg2">What the entry is called with.</param>
    public static Fiber<TResult> SpawnAfter<T1, T2, TResult>(TimeSpan delay, [CoroutineEntry] Func<T1, T2, TResult> entry, T1 arg1, T2 arg2) => SpawnAfter(delay, Twin.Of(entry), arg1, arg2);

    /// <inheritdoc cref="SpawnAfter(TimeSpan, Action)"/>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    /// <typeparam name="T1">The type of <paramref name="arg1"/>.</typeparam>
    /// <param name="arg1">What the entry is called with.</param>
    /// <typeparam name="T2">The type of <paramref name="arg2"/>.</typeparam>
    /// <param name="arg2">What the entry is called with.</param>
    [OverloadResolutionPriority(1)]
    public static Fiber<TResult> SpawnAfter<T1, T2, TResult>(TimeSpan delay, Func<T1, T2, Coroutine<TResult>> entry, T1 arg1, T2 arg2)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return FiberStart.After<ResultEntry<T1, T2, TResult>, TResult>(delay, new(entry, arg1, arg2));
    }

    /// <inheritdoc cref="SpawnAfter(TimeSpan, Action)"/>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    /// <typeparam name="T1">The type of <paramref name="arg1"/>.</typeparam>
    /// <param name="arg1">What the entry is called with.</param>
    /// <typeparam name="T2">The type of <paramref name="arg2"/>.</typeparam>
    /// <param name="arg2">What the entry is called with.</param>
    /// <typeparam name="T3">The type of <paramref name="arg3"/>.</typeparam>
    /// <param name="arg3">What the entry is called with.</param>
    public static Fiber<TResult> SpawnAfter<T1, T2, T3, TResult>(TimeSpan delay, [CoroutineEntry] Func<T1, T2, T3, TResult> entry, T1 arg1, T2 arg2, T3 arg3) => SpawnAfter(delay, Twin.Of(entry), arg1, arg2, arg3);

    /// <inheritdoc cref="SpawnAfter(TimeSpan, Action)"/>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    /// <typeparam name="T1">The type of <paramref name="arg1"/>.</typeparam>
    /// <param name="arg1">What the entry is called with.</param>
    /// <typeparam name="T2">The type of <paramref name="arg2"/>.</typeparam>
    /// <param name="arg2">What the entry is called with.</param>
    /// <typeparam name="T3">The type of <paramref name="arg3"/>.</typeparam>
    /// <param name="arg3">What the entry is called with.</param>
    [OverloadResolutionPriority(1)]
    public static Fiber<TResult> SpawnAfter<T1, T2, T3, TResult>(TimeSpan delay, Func<T1, T2, T3, Coroutine<TResult>> entry, T1 arg1, T2 arg2, T3 arg3)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return FiberStart.After<ResultEntry<T1, T2, T3, TResult>, TResult>(delay, new(entry, arg1, arg2, arg3));
    }

    /// <inheritdoc cref="SpawnAfter(TimeSpan, Action)"/>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    /// <typeparam name="T1">The type of <paramref name="arg1"/>.</typeparam>
    /// <param name="arg1">What the entry is called with.</param>
    /// <typeparam name="T2">The type of <paramref name="arg2"/>.</typeparam>
    /// <param name="arg2">What the entry is called with.</param>
    /// <typeparam name="T3">The type of <paramref name="arg3"/>.</typeparam>
    /// <param name="arg3">What the entry is called with.</param>
    /// <typeparam name="T4">The type of <paramref name="arg4"/>.</typeparam>
    /// <param name="arg4">What the entry is called with.</param>
    public static Fiber<TResult> SpawnAfter<T1, T2, T3, T4, TResult>(TimeSpan delay, [CoroutineEntry] Func<T1, T2, T3, T4, TResult> entry, T1 arg1, T2 arg2, T3 arg3, T4 arg4) => SpawnAfter(delay, Twin.Of(entry), arg1, arg2, arg3, arg4);

    /// <inheritdoc cref="SpawnAfter(TimeSpan, Action)"/>
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
    public static Fiber<TResult> SpawnAfter<T1, T2, T3, T4, TResult>(TimeSpan delay, Func<T1, T2, T3, T4, Coroutine<TResult>> entry, T1 arg1, T2 arg2, T3 arg3, T4 arg4)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return FiberStart.After<ResultEntry<T1, T2, T3, T4, TResult>, TResult>(delay, new(entry, arg1, arg2, arg3, arg4));
    }
}
