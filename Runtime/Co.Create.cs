using System.Runtime.CompilerServices;
using CoGen.CompilerServices;

namespace CoGen;

public static partial class Co
{
    /// <summary>
    /// Makes a fiber that is to call <paramref name="entry"/>, and does not start it: <see cref="Fiber.Start()"/> does. Nothing
    /// holds on to a fiber that is never started. gevent's <c>Greenlet(…)</c>.
    /// </summary>
    /// <param name="entry"><inheritdoc cref="Spawn(Action)" path="/param[@name='entry']"/></param>
    /// <returns>The fiber.</returns>
    public static Fiber Create([CoroutineEntry] Action entry) => Create(Twin.Of(entry));

    /// <inheritdoc cref="Create(Action)"/>
    [OverloadResolutionPriority(1)]
    public static Fiber Create(Func<Coroutine> entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return FiberStart.Later(new Entry(entry));
    }

    /// <inheritdoc cref="Create(Action)"/>
    /// <typeparam name="TArg">The type of <paramref name="arg"/>.</typeparam>
    /// <param name="arg">What the entry is called with.</param>
    public static Fiber Create<TArg>([CoroutineEntry] Action<TArg> entry, TArg arg) => Create(Twin.Of(entry), arg);

    /// <inheritdoc cref="Create(Action)"/>
    /// <typeparam name="TArg">The type of <paramref name="arg"/>.</typeparam>
    /// <param name="arg">What the entry is called with.</param>
    [OverloadResolutionPriority(1)]
    public static Fiber Create<TArg>(Func<TArg, Coroutine> entry, TArg arg)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return FiberStart.Later(new Entry<TArg>(entry, arg));
    }

    /// <inheritdoc cref="Create(Action)"/>
    /// <typeparam name="T1">The type of <paramref name="arg1"/>.</typeparam>
    /// <param name="arg1">What the entry is called with.</param>
    /// <typeparam name="T2">The type of <paramref name="arg2"/>.</typeparam>
    /// <param name="arg2">What the entry is called with.</param>
    public static Fiber Create<T1, T2>([CoroutineEntry] Action<T1, T2> entry, T1 arg1, T2 arg2) => Create(Twin.Of(entry), arg1, arg2);

    /// <inheritdoc cref="Create(Action)"/>
    /// <typeparam name="T1">The type of <paramref name="arg1"/>.</typeparam>
    /// <param name="arg1">What the entry is called with.</param>
    /// <typeparam name="T2">The type of <paramref name="arg2"/>.</typeparam>
    /// <param name="arg2">What the entry is called with.</param>
    [OverloadResolutionPriority(1)]
    public static Fiber Create<T1, T2>(Func<T1, T2, Coroutine> entry, T1 arg1, T2 arg2)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return FiberStart.Later(new Entry<T1, T2>(entry, arg1, arg2));
    }

    /// <inheritdoc cref="Create(Action)"/>
    /// <typeparam name="T1">The type of <paramref name="arg1"/>.</typeparam>
    /// <param name="arg1">What the entry is called with.</param>
    /// <typeparam name="T2">The type of <paramref name="arg2"/>.</typeparam>
    /// <param name="arg2">What the entry is called with.</param>
    /// <typeparam name="T3">The type of <paramref name="arg3"/>.</typeparam>
    /// <param name="arg3">What the entry is called with.</param>
    public static Fiber Create<T1, T2, T3>([CoroutineEntry] Action<T1, T2, T3> entry, T1 arg1, T2 arg2, T3 arg3) => Create(Twin.Of(entry), arg1, arg2, arg3);

    /// <inheritdoc cref="Create(Action)"/>
    /// <typeparam name="T1">The type of <paramref name="arg1"/>.</typeparam>
    /// <param name="arg1">What the entry is called with.</param>
    /// <typeparam name="T2">The type of <paramref name="arg2"/>.</typeparam>
    /// <param name="arg2">What the entry is called with.</param>
    /// <typeparam name="T3">The type of <paramref name="arg3"/>.</typeparam>
    /// <param name="arg3">What the entry is called with.</param>
    [OverloadResolutionPriority(1)]
    public static Fiber Create<T1, T2, T3>(Func<T1, T2, T3, Coroutine> entry, T1 arg1, T2 arg2, T3 arg3)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return FiberStart.Later(new Entry<T1, T2, T3>(entry, arg1, arg2, arg3));
    }

    /// <inheritdoc cref="Create(Action)"/>
    /// <typeparam name="T1">The type of <paramref name="arg1"/>.</typeparam>
    /// <param name="arg1">What the entry is called with.</param>
    /// <typeparam name="T2">The type of <paramref name="arg2"/>.</typeparam>
    /// <param name="arg2">What the entry is called with.</param>
    /// <typeparam name="T3">The type of <paramref name="arg3"/>.</typeparam>
    /// <param name="arg3">What the entry is called with.</param>
    /// <typeparam name="T4">The type of <paramref name="arg4"/>.</typeparam>
    /// <param name="arg4">What the entry is called with.</param>
    public static Fiber Create<T1, T2, T3, T4>([CoroutineEntry] Action<T1, T2, T3, T4> entry, T1 arg1, T2 arg2, T3 arg3, T4 arg4) => Create(Twin.Of(entry), arg1, arg2, arg3, arg4);

    /// <inheritdoc cref="Create(Action)"/>
    /// <typeparam name="T1">The type of <paramref name="arg1"/>.</typeparam>
    /// <param name="arg1">What the entry is called with.</param>
    /// <typeparam name="T2">The type of <paramref name="arg2"/>.</typeparam>
    /// <param name="arg2">What the entry is called with.</param>
    /// <typeparam name="T3">The type of <paramref name="arg3"/>.</typeparam>
    /// <param name="arg3">What the entry is called with.</param>
    /// <typeparam name="T4">The type of <paramref name="arg4"/>.</typeparam>
    /// <param name="arg4">What the entry is called with.</param>
    [OverloadResolutionPriority(1)]
    public static Fiber Create<T1, T2, T3, T4>(Func<T1, T2, T3, T4, Coroutine> entry, T1 arg1, T2 arg2, T3 arg3, T4 arg4)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return FiberStart.Later(new Entry<T1, T2, T3, T4>(entry, arg1, arg2, arg3, arg4));
    }

    /// <inheritdoc cref="Create(Action)"/>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    public static Fiber<TResult> Create<TResult>([CoroutineEntry] Func<TResult> entry) => Create(Twin.Of(entry));

    /// <inheritdoc cref="Create(Action)"/>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    [OverloadResolutionPriority(1)]
    public static Fiber<TResult> Create<TResult>(Func<Coroutine<TResult>> entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return FiberStart.Later<ResultEntry<TResult>, TResult>(new(entry));
    }

    /// <inheritdoc cref="Create(Action)"/>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    /// <typeparam name="TArg">The type of <paramref name="arg"/>.</typeparam>
    /// <param name="arg">What the entry is called with.</param>
    public static Fiber<TResult> Create<TArg, TResult>([CoroutineEntry] Func<TArg, TResult> entry, TArg arg) => Create(Twin.Of(entry), arg);

    /// <inheritdoc cref="Create(Action)"/>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    /// <typeparam name="TArg">The type of <paramref name="arg"/>.</typeparam>
    /// <param name="arg">What the entry is called with.</param>
    [OverloadResolutionPriority(1)]
    public static Fiber<TResult> Create<TArg, TResult>(Func<TArg, Coroutine<TResult>> entry, TArg arg)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return FiberStart.Later<ResultEntry<TArg, TResult>, TResult>(new(entry, arg));
    }

    /// <inheritdoc cref="Create(Action)"/>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    /// <typeparam name="T1">The type of <paramref name="arg1"/>.</typeparam>
    /// <param name="arg1">What the entry is called with.</param>
    /// <typeparam name="T2">The type of <paramref name="arg2"/>.</typeparam>
    /// <param name="arg2">What the entry is called with.</param>
    public static Fiber<TResult> Create<T1, T2, TResult>([CoroutineEntry] Func<T1, T2, TResult> entry, T1 arg1, T2 arg2) => Create(Twin.Of(entry), arg1, arg2);

    /// <inheritdoc cref="Create(Action)"/>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    /// <typeparam name="T1">The type of <paramref name="arg1"/>.</typeparam>
    /// <param name="arg1">What the entry is called with.</param>
    /// <typeparam name="T2">The type of <paramref name="arg2"/>.</typeparam>
    /// <param name="arg2">What the entry is called with.</param>
    [OverloadResolutionPriority(1)]
    public static Fiber<TResult> Create<T1, T2, TResult>(Func<T1, T2, Coroutine<TResult>> entry, T1 arg1, T2 arg2)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return FiberStart.Later<ResultEntry<T1, T2, TResult>, TResult>(new(entry, arg1, arg2));
    }

    /// <inheritdoc cref="Create(Action)"/>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    /// <typeparam name="T1">The type of <paramref name="arg1"/>.</typeparam>
    /// <param name="arg1">What the entry is called with.</param>
    /// <typeparam name="T2">The type of <paramref name="arg2"/>.</typeparam>
    /// <param name="arg2">What the entry is called with.</param>
    /// <typeparam name="T3">The type of <paramref name="arg3"/>.</typeparam>
    /// <param name="arg3">What the entry is called with.</param>
    public static Fiber<TResult> Create<T1, T2, T3, TResult>([CoroutineEntry] Func<T1, T2, T3, TResult> entry, T1 arg1, T2 arg2, T3 arg3) => Create(Twin.Of(entry), arg1, arg2, arg3);

    /// <inheritdoc cref="Create(Action)"/>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    /// <typeparam name="T1">The type of <paramref name="arg1"/>.</typeparam>
    /// <param name="arg1">What the entry is called with.</param>
    /// <typeparam name="T2">The type of <paramref name="arg2"/>.</typeparam>
    /// <param name="arg2">What the entry is called with.</param>
    /// <typeparam name="T3">The type of <paramref name="arg3"/>.</typeparam>
    /// <param name="arg3">What the entry is called with.</param>
    [OverloadResolutionPriority(1)]
    public static Fiber<TResult> Create<T1, T2, T3, TResult>(Func<T1, T2, T3, Coroutine<TResult>> entry, T1 arg1, T2 arg2, T3 arg3)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return FiberStart.Later<ResultEntry<T1, T2, T3, TResult>, TResult>(new(entry, arg1, arg2, arg3));
    }

    /// <inheritdoc cref="Create(Action)"/>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    /// <typeparam name="T1">The type of <paramref name="arg1"/>.</typeparam>
    /// <param name="arg1">What the entry is called with.</param>
    /// <typeparam name="T2">The type of <paramref name="arg2"/>.</typeparam>
    /// <param name="arg2">What the entry is called with.</param>
    /// <typeparam name="T3">The type of <paramref name="arg3"/>.</typeparam>
    /// <param name="arg3">What the entry is called with.</param>
    /// <typeparam name="T4">The type of <paramref name="arg4"/>.</typeparam>
    /// <param name="arg4">What the entry is called with.</param>
    public static Fiber<TResult> Create<T1, T2, T3, T4, TResult>([CoroutineEntry] Func<T1, T2, T3, T4, TResult> entry, T1 arg1, T2 arg2, T3 arg3, T4 arg4) => Create(Twin.Of(entry), arg1, arg2, arg3, arg4);

    /// <inheritdoc cref="Create(Action)"/>
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
    public static Fiber<TResult> Create<T1, T2, T3, T4, TResult>(Func<T1, T2, T3, T4, Coroutine<TResult>> entry, T1 arg1, T2 arg2, T3 arg3, T4 arg4)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return FiberStart.Later<ResultEntry<T1, T2, T3, T4, TResult>, TResult>(new(entry, arg1, arg2, arg3, arg4));
    }
}
