using System.Runtime.CompilerServices;
using CoGen.CompilerServices;

namespace CoGen;

public abstract partial class Scheduler
{
    /// <summary>
    /// Runs <paramref name="entry"/> in a fiber of this scheduler, and waits until it has ended. A loop that no thread owns is run by
    /// the calling thread meanwhile; otherwise this thread's own loop is.
    /// </summary>
    /// <param name="entry"><inheritdoc cref="Co.Spawn(Action)" path="/param[@name='entry']"/></param>
    /// <exception cref="FiberKilledException">The fiber was killed.</exception>
    /// <exception cref="InvalidOperationException">Another thread runs this loop, and not for ever as a <see cref="BackgroundLoop"/>'s does.</exception>
    /// <exception cref="ObjectDisposedException">The scheduler is a loop whose <see cref="BackgroundLoop"/> was disposed.</exception>
    /// <inheritdoc cref="Fiber.Join()" path="/exception"/>
    public void Run([CoroutineEntry] Action entry) => Run(Twin.Of(entry));

    /// <inheritdoc cref="Run(Action)"/>
    [OverloadResolutionPriority(1)]
    public void Run(Func<Coroutine> entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        using Visit visit = BeginRun();
        visit.Turn.Wait(RunAsync(entry));
    }

    /// <inheritdoc cref="Run(Action)"/>
    /// <typeparam name="TArg">The type of <paramref name="arg"/>.</typeparam>
    /// <param name="arg">What the entry is called with.</param>
    public void Run<TArg>([CoroutineEntry] Action<TArg> entry, TArg arg) => Run(Twin.Of(entry), arg);

    /// <inheritdoc cref="Run(Action)"/>
    /// <typeparam name="TArg">The type of <paramref name="arg"/>.</typeparam>
    /// <param name="arg">What the entry is called with.</param>
    [OverloadResolutionPriority(1)]
    public void Run<TArg>(Func<TArg, Coroutine> entry, TArg arg)
    {
        ArgumentNullException.ThrowIfNull(entry);
        using Visit visit = BeginRun();
        visit.Turn.Wait(RunAsync(entry, arg));
    }

    /// <inheritdoc cref="Run(Action)"/>
    /// <typeparam name="T1">The type of <paramref name="arg1"/>.</typeparam>
    /// <param name="arg1">What the entry is called with.</param>
    /// <typeparam name="T2">The type of <paramref name="arg2"/>.</typeparam>
    /// <param name="arg2">What the entry is called with.</param>
    public void Run<T1, T2>([CoroutineEntry] Action<T1, T2> entry, T1 arg1, T2 arg2) => Run(Twin.Of(entry), arg1, arg2);

    /// <inheritdoc cref="Run(Action)"/>
    /// <typeparam name="T1">The type of <paramref name="arg1"/>.</typeparam>
    /// <param name="arg1">What the entry is called with.</param>
    /// <typeparam name="T2">The type of <paramref name="arg2"/>.</typeparam>
    /// <param name="arg2">What the entry is called with.</param>
    [OverloadResolutionPriority(1)]
    public void Run<T1, T2>(Func<T1, T2, Coroutine> entry, T1 arg1, T2 arg2)
    {
        ArgumentNullException.ThrowIfNull(entry);
        using Visit visit = BeginRun();
        visit.Turn.Wait(RunAsync(entry, arg1, arg2));
    }

    /// <inheritdoc cref="Run(Action)"/>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    /// <returns>The result.</returns>
    public TResult Run<TResult>([CoroutineEntry] Func<TResult> entry) => Run(Twin.Of(entry));

    /// <inheritdoc cref="Run(Action)"/>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    /// <returns>The result.</returns>
    [OverloadResolutionPriority(1)]
    public TResult Run<TResult>(Func<Coroutine<TResult>> entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        using Visit visit = BeginRun();
        return visit.Turn.Wait(RunAsync(entry));
    }

    /// <inheritdoc cref="Run(Action)"/>
    /// <typeparam name="TArg">The type of <paramref name="arg"/>.</typeparam>
    /// <param name="arg">What the entry is called with.</param>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    /// <returns>The result.</returns>
    public TResult Run<TArg, TResult>([CoroutineEntry] Func<TArg, TResult> entry, TArg arg) => Run(Twin.Of(entry), arg);

    /// <inheritdoc cref="Run(Action)"/>
    /// <typeparam name="TArg">The type of <paramref name="arg"/>.</typeparam>
    /// <param name="arg">What the entry is called with.</param>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    /// <returns>The result.</returns>
    [OverloadResolutionPriority(1)]
    public TResult Run<TArg, TResult>(Func<TArg, Coroutine<TResult>> entry, TArg arg)
    {
        ArgumentNullException.ThrowIfNull(entry);
        using Visit visit = BeginRun();
        return visit.Turn.Wait(RunAsync(entry, arg));
    }

    /// <inheritdoc cref="Run(Action)"/>
    /// <typeparam name="T1">The type of <paramref name="arg1"/>.</typeparam>
    /// <param name="arg1">What the entry is called with.</param>
    /// <typeparam name="T2">The type of <paramref name="arg2"/>.</typeparam>
    /// <param name="arg2">What the entry is called with.</param>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    /// <returns>The result.</returns>
    public TResult Run<T1, T2, TResult>([CoroutineEntry] Func<T1, T2, TResult> entry, T1 arg1, T2 arg2) => Run(Twin.Of(entry), arg1, arg2);

    /// <inheritdoc cref="Run(Action)"/>
    /// <typeparam name="T1">The type of <paramref name="arg1"/>.</typeparam>
    /// <param name="arg1">What the entry is called with.</param>
    /// <typeparam name="T2">The type of <paramref name="arg2"/>.</typeparam>
    /// <param name="arg2">What the entry is called with.</param>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    /// <returns>The result.</returns>
    [OverloadResolutionPriority(1)]
    public TResult Run<T1, T2, TResult>(Func<T1, T2, Coroutine<TResult>> entry, T1 arg1, T2 arg2)
    {
        ArgumentNullException.ThrowIfNull(entry);
        using Visit visit = BeginRun();
        return visit.Turn.Wait(RunAsync(entry, arg1, arg2));
    }

    /// <summary>Begins the wait of plain code for a fiber of this scheduler.</summary>
    private protected abstract Visit BeginRun();

    /// <summary>The time in which a thread runs a loop and waits.</summary>
    private protected readonly ref struct Visit(MainTurn turn, LoopScheduler? borrowed)
    {
        internal MainTurn Turn { get; } = turn;

        public void Dispose()
        {
            Turn.Dispose();
            borrowed?.GiveBack();
        }
    }
}
