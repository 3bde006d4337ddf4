using System.Runtime.CompilerServices;
using CoGen.CompilerServices;

namespace CoGen;

public sealed partial class Nursery
{
    /// <summary>Spawns a fiber that this nursery outlives. It does not run yet, as with <see cref="Co.Spawn(Action)"/>.</summary>
    /// <param name="entry">What to run. A method tagged <see cref="CoroutineAttribute">[Coroutine]</see> runs as its twin.</param>
    /// <returns>The fiber. What it fails with is thrown by <see cref="Run(Action{Nursery})"/>.</returns>
    /// <exception cref="InvalidOperationException">The nursery has ended.</exception>
    public Fiber Spawn([CoroutineEntry] Action entry) => Spawn(Twin.Of(entry));

    /// <inheritdoc cref="Spawn(Action)"/>
    [OverloadResolutionPriority(1)]
    public Fiber Spawn(Func<Coroutine> entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return Raise(new Entry(entry));
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
        return Raise<ResultEntry<TResult>, TResult>(new ResultEntry<TResult>(entry));
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
        return Raise(new Entry<TArg>(entry, arg));
    }

    /// <inheritdoc cref="Spawn(Action)"/>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    /// <typeparam name="TArg">The type of <paramref name="arg"/>.</typeparam>
    /// <param name="arg">What the entry is called with.</param>
    public Fiber<TResult> Spawn<TArg, TResult>([CoroutineEntry] Func<TArg, TResult> entry, TArg arg) => Spawn(Twin.Of(entry), arg);

    /// <inheritdoc cref="Spawn(Action)"/>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    /// <typeparam name="TArg">The type of <paramref name="arg"/>.</typeparam>
    /// <param name="arg">What the entry is called with.</param>
    [OverloadResolutionPriority(1)]
    public Fiber<TResult> Spawn<TArg, TResult>(Func<TArg, Coroutine<TResult>> entry, TArg arg)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return Raise<ResultEntry<TArg, TResult>, TResult>(new ResultEntry<TArg, TResult>(entry, arg));
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
        return Raise(new Entry<T1, T2>(entry, arg1, arg2));
    }

    /// <inheritdoc cref="Spawn(Action)"/>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    /// <typeparam name="T1">The type of <paramref name="arg1"/>.</typeparam>
    /// <param name="arg1">What the entry is called with.</param>
    /// <typeparam name="T2">The type of <paramref name="arg2"/>.</typeparam>
    /// <param name="arg2">What the entry is called with.</param>
    public Fiber<TResult> Spawn<T1, T2, TResult>([CoroutineEntry] Func<T1, T2, TResult> entry, T1 arg1, T2 arg2) => Spawn(Twin.Of(entry), arg1, arg2);

    /// <inheritdoc cref="Spawn(Action)"/>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    /// <typeparam name="T1">The type of <paramref name="arg1"/>.</typeparam>
    /// <param name="arg1">What the entry is called with.</param>
    /// <typeparam name="T2">The type of <paramref name="arg2"/>.</typeparam>
    /// <param name="arg2">What the entry is called with.</param>
    [OverloadResolutionPriority(1)]
    public Fiber<TResult> Spawn<T1, T2, TResult>(Func<T1, T2, Coroutine<TResult>> entry, T1 arg1, T2 arg2)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return Raise<ResultEntry<T1, T2, TResult>, TResult>(new ResultEntry<T1, T2, TResult>(entry, arg1, arg2));
    }

    private Fiber Raise<TEntry>(in TEntry entry)
        where TEntry : struct, IEntry
    {
        Fiber child = FiberStart.On(Scheduler.Current, new Child<TEntry>(this, entry), isObserved: true);
        Adopt(child);
        return child;
    }

    private Fiber<T> Raise<TEntry, T>(in TEntry entry)
        where TEntry : struct, IEntry<T>
    {
        Fiber<T> child = FiberStart.On<Child<TEntry, T>, T>(Scheduler.Current, new Child<TEntry, T>(this, entry), isObserved: true);
        Adopt(child);
        return child;
    }

    /// <summary>An entry whose failure the nursery learns of at once.</summary>
    private readonly struct Child<TEntry>(Nursery nursery, TEntry entry) : IEntry
        where TEntry : struct, IEntry
    {
        public Coroutine Start() => LiveAsync(nursery, entry);

        private static async Coroutine LiveAsync(Nursery nursery, TEntry entry)
        {
            try
            {
                await entry.Start();
            }
            catch (Exception error) when (error is not FiberKilledException)
            {
                nursery.OnFailed(error);
                throw;
            }
        }
    }

    /// <inheritdoc cref="Child{TEntry}"/>
    private readonly struct Child<TEntry, T>(Nursery nursery, TEntry entry) : IEntry<T>
        where TEntry : struct, IEntry<T>
    {
        public Coroutine<T> Start() => LiveAsync(nursery, entry);

        private static async Coroutine<T> LiveAsync(Nursery nursery, TEntry entry)
        {
            try
            {
                return await entry.Start();
            }
            catch (Exception error) when (error is not FiberKilledException)
            {
                nursery.OnFailed(error);
                throw;
            }
        }
    }
}
