using System.Runtime.CompilerServices;
using CoGen.CompilerServices;

namespace CoGen;

public abstract partial class Scheduler
{
    /// <summary>
    /// Spawns a fiber of this scheduler that calls <paramref name="entry"/>, from any thread. On the scheduler's own loop it does not
    /// run before the spawner waits; elsewhere it may run at once.
    /// </summary>
    /// <param name="entry"><inheritdoc cref="Co.Spawn(Action)" path="/param[@name='entry']"/></param>
    /// <returns>The fiber.</returns>
    /// <exception cref="ObjectDisposedException">The scheduler is a loop whose <see cref="BackgroundLoop"/> was disposed.</exception>
    public Fiber Spawn([CoroutineEntry] Action entry) => Spawn(Twin.Of(entry));

    /// <inheritdoc cref="Spawn(Action)"/>
    [OverloadResolutionPriority(1)]
    public Fiber Spawn(Func<Coroutine> entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return FiberStart.On(this, new Entry(entry));
    }

    /// <inheritdoc cref="Spawn(Action)"/>
    /// <typeparam name="TArg">The type of <paramref name="arg"/>.</typeparam>
    /// <param name="arg">What the entry is called with.</param>
    public Fiber Spawn<TArg>([CoroutineEntry] Action<TArg> entry, TArg arg) => Spawn(Twin.Of(entry), arg);

    /// <inheritdoc cref="Spawn(Action)"/>
    /// <typeparam name="TArg">The type of <paramref name="arg"/>.</typeparam>
    /// <param name="arg">What the entry is called with.</param>
    [OverloadResolutionPriority(1)]
    public Fiber Spawn<TArg>(Func<TArg, Coroutine> entry, TArg arg)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return FiberStart.On(this, new Entry<TArg>(entry, arg));
    }

    /// <inheritdoc cref="Spawn(Action)"/>
    /// <typeparam name="T1">The type of <paramref name="arg1"/>.</typeparam>
    /// <param name="arg1">What the entry is called with.</param>
    /// <typeparam name="T2">The type of <paramref name="arg2"/>.</typeparam>
    /// <param name="arg2">What the entry is called with.</param>
    public Fiber Spawn<T1, T2>([CoroutineEntry] Action<T1, T2> entry, T1 arg1, T2 arg2) => Spawn(Twin.Of(entry), arg1, arg2);

    /// <inheritdoc cref="Spawn(Action)"/>
    /// <typeparam name="T1">The type of <paramref name="arg1"/>.</typeparam>
    /// <param name="arg1">What the entry is called with.</param>
    /// <typeparam name="T2">The type of <paramref name="arg2"/>.</typeparam>
    /// <param name="arg2">What the entry is called with.</param>
    [OverloadResolutionPriority(1)]
    public Fiber Spawn<T1, T2>(Func<T1, T2, Coroutine> entry, T1 arg1, T2 arg2)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return FiberStart.On(this, new Entry<T1, T2>(entry, arg1, arg2));
    }

    /// <inheritdoc cref="Spawn(Action)"/>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    public Fiber<TResult> Spawn<TResult>([CoroutineEntry] Func<TResult> entry) => Spawn(Twin.Of(entry));

    /// <inheritdoc cref="Spawn(Action)"/>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    [OverloadResolutionPriority(1)]
    public Fiber<TResult> Spawn<TResult>(Func<Coroutine<TResult>> entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return FiberStart.On<ResultEntry<TResult>, TResult>(this, new(entry));
    }

    /// <inheritdoc cref="Spawn(Action)"/>
    /// <typeparam name="TArg">The type of <paramref name="arg"/>.</typeparam>
    /// <param name="arg">What the entry is called with.</param>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    public Fiber<TResult> Spawn<TArg, TResult>([CoroutineEntry] Func<TArg, TResult> entry, TArg arg) => Spawn(Twin.Of(entry), arg);

    /// <inheritdoc cref="Spawn(Action)"/>
    /// <typeparam name="TArg">The type of <paramref name="arg"/>.</typeparam>
    /// <param name="arg">What the entry is called with.</param>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    [OverloadResolutionPriority(1)]
    public Fiber<TResult> Spawn<TArg, TResult>(Func<TArg, Coroutine<TResult>> entry, TArg arg)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return FiberStart.On<ResultEntry<TArg, TResult>, TResult>(this, new(entry, arg));
    }

    /// <inheritdoc cref="Spawn(Action)"/>
    /// <typeparam name="T1">The type of <paramref name="arg1"/>.</typeparam>
    /// <param name="arg1">What the entry is called with.</param>
    /// <typeparam name="T2">The type of <paramref name="arg2"/>.</typeparam>
    /// <param name="arg2">What the entry is called with.</param>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    public Fiber<TResult> Spawn<T1, T2, TResult>([CoroutineEntry] Func<T1, T2, TResult> entry, T1 arg1, T2 arg2) => Spawn(Twin.Of(entry), arg1, arg2);

    /// <inheritdoc cref="Spawn(Action)"/>
    /// <typeparam name="T1">The type of <paramref name="arg1"/>.</typeparam>
    /// <param name="arg1">What the entry is called with.</param>
    /// <typeparam name="T2">The type of <paramref name="arg2"/>.</typeparam>
    /// <param name="arg2">What the entry is called with.</param>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    [OverloadResolutionPriority(1)]
    public Fiber<TResult> Spawn<T1, T2, TResult>(Func<T1, T2, Coroutine<TResult>> entry, T1 arg1, T2 arg2)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return FiberStart.On<ResultEntry<T1, T2, TResult>, TResult>(this, new(entry, arg1, arg2));
    }
}
