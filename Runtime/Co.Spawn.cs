using System.Runtime.CompilerServices;
using CoGen.CompilerServices;

namespace CoGen;

public static partial class Co
{
    /// <summary>
    /// Spawns a fiber that calls <paramref name="entry"/>. It does not run yet: its first turn comes when the spawner next
    /// waits, after the fibers that were ready before.
    /// </summary>
    /// <param name="entry">
    /// What to run. A method tagged <see cref="CoroutineAttribute">[Coroutine]</see> runs as its twin; any other blocks the
    /// thread, and with it all fibers, whenever it blocks.
    /// </param>
    /// <returns>The fiber.</returns>
    public static Fiber Spawn([CoroutineEntry] Action entry) => Spawn(Twin.Of(entry));

    /// <inheritdoc cref="Spawn(Action)"/>
    [OverloadResolutionPriority(1)]
    public static Fiber Spawn(Func<Coroutine> entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return FiberStart.Now(new Entry(entry));
    }

    /// <inheritdoc cref="Spawn(Action)"/>
    /// <typeparam name="TArg">The type of <paramref name="arg"/>.</typeparam>
    /// <param name="arg">What the entry is called with.</param>
    public static Fiber Spawn<TArg>([CoroutineEntry] Action<TArg> entry, TArg arg) => Spawn(Twin.Of(entry), arg);

    /// <inheritdoc cref="Spawn(Action)"/>
    /// <typeparam name="TArg">The type of <paramref name="arg"/>.</typeparam>
    /// <param name="arg">What the entry is called with.</param>
    [OverloadResolutionPriority(1)]
    public static Fiber Spawn<TArg>(Func<TArg, Coroutine> entry, TArg arg)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return FiberStart.Now(new Entry<TArg>(entry, arg));
    }

    /// <inheritdoc cref="Spawn(Action)"/>
    /// <typeparam name="T1">The type of <paramref name="arg1"/>.</typeparam>
    /// <param name="arg1">What the entry is called with.</param>
    /// <typeparam name="T2">The type of <paramref name="arg2"/>.</typeparam>
    /// <param name="arg2">What the entry is called with.</param>
    public static Fiber Spawn<T1, T2>([CoroutineEntry] Action<T1, T2> entry, T1 arg1, T2 arg2) => Spawn(Twin.Of(entry), arg1, arg2);

    /// <inheritdoc cref="Spawn(Action)"/>
    /// <typeparam name="T1">The type of <paramref name="arg1"/>.</typeparam>
    /// <param name="arg1">What the entry is called with.</param>
    /// <typeparam name="T2">The type of <paramref name="arg2"/>.</typeparam>
    /// <param name="arg2">What the entry is called with.</param>
    [OverloadResolutionPriority(1)]
    public static Fiber Spawn<T1, T2>(Func<T1, T2, Coroutine> entry, T1 arg1, T2 arg2)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return FiberStart.Now(new Entry<T1, T2>(entry, arg1, arg2));
    }

    /// <inheritdoc cref="Spawn(Action)"/>
    /// <typeparam name="T1">The type of <paramref name="arg1"/>.</typeparam>
    /// <param name="arg1">What the entry is called with.</param>
    /// <typeparam name="T2">The type of <paramref name="arg2"/>.</typeparam>
    /// <param name="arg2">What the entry is called with.</param>
    /// <typeparam name="T3">The type of <paramref name="arg3"/>.</typeparam>
    /// <param name="arg3">What the entry is called with.</param>
    public static Fiber Spawn<T1, T2, T3>([CoroutineEntry] Action<T1, T2, T3> entry, T1 arg1, T2 arg2, T3 arg3) => Spawn(Twin.Of(entry), arg1, arg2, arg3);

    /// <inheritdoc cref="Spawn(Action)"/>
    /// <typeparam name="T1">The type of <paramref name="arg1"/>.</typeparam>
    /// <param name="arg1">What the entry is called with.</param>
    /// <typeparam name="T2">The type of <paramref name="arg2"/>.</typeparam>
    /// <param name="arg2">What the entry is called with.</param>
    /// <typeparam name="T3">The type of <paramref name="arg3"/>.</typeparam>
    /// <param name="arg3">What the entry is called with.</param>
    [OverloadResolutionPriority(1)]
    public static Fiber Spawn<T1, T2, T3>(Func<T1, T2, T3, Coroutine> entry, T1 arg1, T2 arg2, T3 arg3)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return FiberStart.Now(new Entry<T1, T2, T3>(entry, arg1, arg2, arg3));
    }

    /// <inheritdoc cref="Spawn(Action)"/>
    /// <typeparam name="T1">The type of <paramref name="arg1"/>.</typeparam>
    /// <param name="arg1">What the entry is called with.</param>
    /// <typeparam name="T2">The type of <paramref name="arg2"/>.</typeparam>
    /// <param name="arg2">What the entry is called with.</param>
    /// <typeparam name="T3">The type of <paramref name="arg3"/>.</typeparam>
    /// <param name="arg3">What the entry is called with.</param>
    /// <typeparam name="T4">The type of <paramref name="arg4"/>.</typeparam>
    /// <param name="arg4">What the entry is called with.</param>
    public static Fiber Spawn<T1, T2, T3, T4>([CoroutineEntry] Action<T1, T2, T3, T4> entry, T1 arg1, T2 arg2, T3 arg3, T4 arg4) => Spawn(Twin.Of(entry), arg1, arg2, arg3, arg4);

    /// <inheritdoc cref="Spawn(Action)"/>
    /// <typeparam name="T1">The type of <paramref name="arg1"/>.</typeparam>
    /// <param name="arg1">What the entry is called with.</param>
    /// <typeparam name="T2">The type of <paramref name="arg2"/>.</typeparam>
    /// <param name="arg2">What the entry is called with.</param>
    /// <typeparam name="T3">The type of <paramref name="arg3"/>.</typeparam>
    /// <param name="arg3">What the entry is called with.</param>
    /// <typeparam name="T4">The type of <paramref name="arg4"/>.</typeparam>
    /// <param name="arg4">What the entry is called with.</param>
    [OverloadResolutionPriority(1)]
    public static Fiber Spawn<T1, T2, T3, T4>(Func<T1, T2, T3, T4, Coroutine> entry, T1 arg1, T2 arg2, T3 arg3, T4 arg4)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return FiberStart.Now(new Entry<T1, T2, T3, T4>(entry, arg1, arg2, arg3, arg4));
    }

    /// <inheritdoc cref="Spawn(Action)"/>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    public static Fiber<TResult> Spawn<TResult>([CoroutineEntry] Func<TResult> entry) => Spawn(Twin.Of(entry));

    /// <inheritdoc cref="Spawn(Action)"/>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    [OverloadResolutionPriority(1)]
    public static Fiber<TResult> Spawn<TResult>(Func<Coroutine<TResult>> entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return FiberStart.Now<ResultEntry<TResult>, TResult>(new(entry));
    }

    /// <inheritdoc cref="Spawn(Action)"/>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    /// <typeparam name="TArg">The type of <paramref name="arg"/>.</typeparam>
    /// <param name="arg">What the entry is called with.</param>
    public static Fiber<TResult> Spawn<TArg, TResult>([CoroutineEntry] Func<TArg, TResult> entry, TArg arg) => Spawn(Twin.Of(entry), arg);

    /// <inheritdoc cref="Spawn(Action)"/>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    /// <typeparam name="TArg">The type of <paramref name="arg"/>.</typeparam>
    /// <param name="arg">What the entry is called with.</param>
    [OverloadResolutionPriority(1)]
    public static Fiber<TResult> Spawn<TArg, TResult>(Func<TArg, Coroutine<TResult>> entry, TArg arg)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return FiberStart.Now<ResultEntry<TArg, TResult>, TResult>(new(entry, arg));
    }

    /// <inheritdoc cref="Spawn(Action)"/>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    /// <typeparam name="T1">The type of <paramref name="arg1"/>.</typeparam>
    /// <param name="arg1">What the entry is called with.</param>
    /// <typeparam name="T2">The type of <paramref name="arg2"/>.</typeparam>
    /// <param name="arg2">What the entry is called with.</param>
    public static Fiber<TResult> Spawn<T1, T2, TResult>([CoroutineEntry] Func<T1, T2, TResult> entry, T1 arg1, T2 arg2) => Spawn(Twin.Of(entry), arg1, arg2);

    /// <inheritdoc cref="Spawn(Action)"/>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    /// <typeparam name="T1">The type of <paramref name="arg1"/>.</typeparam>
    /// <param name="arg1">What the entry is called with.</param>
    /// <typeparam name="T2">The type of <paramref name="arg2"/>.</typeparam>
    /// <param name="arg2">What the entry is called with.</param>
    [OverloadResolutionPriority(1)]
    public static Fiber<TResult> Spawn<T1, T2, TResult>(Func<T1, T2, Coroutine<TResult>> entry, T1 arg1, T2 arg2)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return FiberStart.Now<ResultEntry<T1, T2, TResult>, TResult>(new(entry, arg1, arg2));
    }

    /// <inheritdoc cref="Spawn(Action)"/>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    /// <typeparam name="T1">The type of <paramref name="arg1"/>.</typeparam>
    /// <param name="arg1">What the entry is called with.</param>
    /// <typeparam name="T2">The type of <paramref name="arg2"/>.</typeparam>
    /// <param name="arg2">What the entry is called with.</param>
    /// <typeparam name="T3">The type of <paramref name="arg3"/>.</typeparam>
    /// <param name="arg3">What the entry is called with.</param>
    public static Fiber<TResult> Spawn<T1, T2, T3, TResult>([CoroutineEntry] Func<T1, T2, T3, TResult> entry, T1 arg1, T2 arg2, T3 arg3) => Spawn(Twin.Of(entry), arg1, arg2, arg3);

    /// <inheritdoc cref="Spawn(Action)"/>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    /// <typeparam name="T1">The type of <paramref name="arg1"/>.</typeparam>
    /// <param name="arg1">What the entry is called with.</param>
    /// <typeparam name="T2">The type of <paramref name="arg2"/>.</typeparam>
    /// <param name="arg2">What the entry is called with.</param>
    /// <typeparam name="T3">The type of <paramref name="arg3"/>.</typeparam>
    /// <param name="arg3">What the entry is called with.</param>
    [OverloadResolutionPriority(1)]
    public static Fiber<TResult> Spawn<T1, T2, T3, TResult>(Func<T1, T2, T3, Coroutine<TResult>> entry, T1 arg1, T2 arg2, T3 arg3)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return FiberStart.Now<ResultEntry<T1, T2, T3, TResult>, TResult>(new(entry, arg1, arg2, arg3));
    }

    /// <inheritdoc cref="Spawn(Action)"/>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    /// <typeparam name="T1">The type of <paramref name="arg1"/>.</typeparam>
    /// <param name="arg1">What the entry is called with.</param>
    /// <typeparam name="T2">The type of <paramref name="arg2"/>.</typeparam>
    /// <param name="arg2">What the entry is called with.</param>
    /// <typeparam name="T3">The type of <paramref name="arg3"/>.</typeparam>
    /// <param name="arg3">What the entry is called with.</param>
    /// <typeparam name="T4">The type of <paramref name="arg4"/>.</typeparam>
    /// <param name="arg4">What the entry is called with.</param>
    public static Fiber<TResult> Spawn<T1, T2, T3, T4, TResult>([CoroutineEntry] Func<T1, T2, T3, T4, TResult> entry, T1 arg1, T2 arg2, T3 arg3, T4 arg4) => Spawn(Twin.Of(entry), arg1, arg2, arg3, arg4);

    /// <inheritdoc cref="Spawn(Action)"/>
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
    public static Fiber<TResult> Spawn<T1, T2, T3, T4, TResult>(Func<T1, T2, T3, T4, Coroutine<TResult>> entry, T1 arg1, T2 arg2, T3 arg3, T4 arg4)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return FiberStart.Now<ResultEntry<T1, T2, T3, T4, TResult>, TResult>(new(entry, arg1, arg2, arg3, arg4));
    }
}
