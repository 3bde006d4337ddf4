using System.Runtime.CompilerServices;
using CoGen.CompilerServices;

namespace CoGen;

public abstract partial class Scheduler
{
    /// <inheritdoc cref="Run(Action)" path="/*[not(self::exception)]"/>
    /// <summary>Runs <paramref name="entry"/> in a fiber of this scheduler, and waits until it has ended.</summary>
    /// <exception cref="FiberKilledException">The fiber was killed.</exception>
    /// <exception cref="ObjectDisposedException">The scheduler is a loop whose <see cref="BackgroundLoop"/> was disposed.</exception>
    public Coroutine RunAsync([CoroutineEntry] Action entry) => RunAsync(Twin.Of(entry));

    /// <inheritdoc cref="RunAsync(Action)"/>
    [OverloadResolutionPriority(1)]
    public Coroutine RunAsync(Func<Coroutine> entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return FiberJoin.OutcomeAsync(FiberStart.On(this, new Entry(entry), isObserved: true));
    }

    /// <inheritdoc cref="RunAsync(Action)"/>
    /// <typeparam name="TArg">The type of <paramref name="arg"/>.</typeparam>
    /// <param name="arg">What the entry is called with.</param>
    public Coroutine RunAsync<TArg>([CoroutineEntry] Action<TArg> entry, TArg arg) => RunAsync(Twin.Of(entry), arg);

    /// <inheritdoc cref="RunAsync(Action)"/>
    /// <typeparam name="TArg">The type of <paramref name="arg"/>.</typeparam>
    /// <param name="arg">What the entry is called with.</param>
    [OverloadResolutionPriority(1)]
    public Coroutine RunAsync<TArg>(Func<TArg, Coroutine> entry, TArg arg)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return FiberJoin.OutcomeAsync(FiberStart.On(this, new Entry<TArg>(entry, arg), isObserved: true));
    }

    /// <inheritdoc cref="RunAsync(Action)"/>
    /// <typeparam name="T1">The type of <paramref name="arg1"/>.</typeparam>
    /// <param name="arg1">What the entry is called with.</param>
    /// <typeparam name="T2">The type of <paramref name="arg2"/>.</typeparam>
    /// <param name="arg2">What the entry is called with.</param>
    public Coroutine RunAsync<T1, T2>([CoroutineEntry] Action<T1, T2> entry, T1 arg1, T2 arg2) => RunAsync(Twin.Of(entry), arg1, arg2);

    /// <inheritdoc cref="RunAsync(Action)"/>
    /// <typeparam name="T1">The type of <paramref name="arg1"/>.</typeparam>
    /// <param name="arg1">What the entry is called with.</param>
    /// <typeparam name="T2">The type of <paramref name="arg2"/>.</typeparam>
    /// <param name="arg2">What the entry is called with.</param>
    [OverloadResolutionPriority(1)]
    public Coroutine RunAsync<T1, T2>(Func<T1, T2, Coroutine> entry, T1 arg1, T2 arg2)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return FiberJoin.OutcomeAsync(FiberStart.On(this, new Entry<T1, T2>(entry, arg1, arg2), isObserved: true));
    }

    /// <inheritdoc cref="RunAsync(Action)"/>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    /// <returns>The result.</returns>
    public Coroutine<TResult> RunAsync<TResult>([CoroutineEntry] Func<TResult> entry) => RunAsync(Twin.Of(entry));

    /// <inheritdoc cref="RunAsync(Action)"/>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    /// <returns>The result.</returns>
    [OverloadResolutionPriority(1)]
    public Coroutine<TResult> RunAsync<TResult>(Func<Coroutine<TResult>> entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return FiberStart.On<ResultEntry<TResult>, TResult>(this, new(entry), isObserved: true).GetResultAsync();
    }

    /// <inheritdoc cref="RunAsync(Action)"/>
    /// <typeparam name="TArg">The type of <paramref name="arg"/>.</typeparam>
    /// <param name="arg">What the entry is called with.</param>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    /// <returns>The result.</returns>
    public Coroutine<TResult> RunAsync<TArg, TResult>([CoroutineEntry] Func<TArg, TResult> entry, TArg arg) => RunAsync(Twin.Of(entry), arg);

    /// <inheritdoc cref="RunAsync(Action)"/>
    /// <typeparam name="TArg">The type of <paramref name="arg"/>.</typeparam>
    /// <param name="arg">What the entry is called with.</param>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    /// <returns>The result.</returns>
    [OverloadResolutionPriority(1)]
    public Coroutine<TResult> RunAsync<TArg, TResult>(Func<TArg, Coroutine<TResult>> entry, TArg arg)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return FiberStart.On<ResultEntry<TArg, TResult>, TResult>(this, new(entry, arg), isObserved: true).GetResultAsync();
    }

    /// <inheritdoc cref="RunAsync(Action)"/>
    /// <typeparam name="T1">The type of <paramref name="arg1"/>.</typeparam>
    /// <param name="arg1">What the entry is called with.</param>
    /// <typeparam name="T2">The type of <paramref name="arg2"/>.</typeparam>
    /// <param name="arg2">What the entry is called with.</param>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    /// <returns>The result.</returns>
    public Coroutine<TResult> RunAsync<T1, T2, TResult>([CoroutineEntry] Func<T1, T2, TResult> entry, T1 arg1, T2 arg2) => RunAsync(Twin.Of(entry), arg1, arg2);

    /// <inheritdoc cref="RunAsync(Action)"/>
    /// <typeparam name="T1">The type of <paramref name="arg1"/>.</typeparam>
    /// <param name="arg1">What the entry is called with.</param>
    /// <typeparam name="T2">The type of <paramref name="arg2"/>.</typeparam>
    /// <param name="arg2">What the entry is called with.</param>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    /// <returns>The result.</returns>
    [OverloadResolutionPriority(1)]
    public Coroutine<TResult> RunAsync<T1, T2, TResult>(Func<T1, T2, Coroutine<TResult>> entry, T1 arg1, T2 arg2)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return FiberStart.On<ResultEntry<T1, T2, TResult>, TResult>(this, new(entry, arg1, arg2), isObserved: true).GetResultAsync();
    }
}
