using System.Runtime.CompilerServices;
using CoGen.CompilerServices;

namespace CoGen;

public partial class FiberGroup
{
    /// <summary>Spawns a fiber into the group, as <see cref="Spawn(Action, CancellationToken)"/> does, but waits for a slot no longer than <paramref name="timeout"/>.</summary>
    /// <param name="timeout">How long to wait for a slot at most; zero lets the others run once. A member that lends its slot waits no longer either, and has then spawned all the same.</param>
    /// <param name="entry"><inheritdoc cref="Co.Spawn(Action)" path="/param[@name='entry']"/></param>
    /// <param name="cancellationToken">Ends the wait for a slot.</param>
    /// <returns>The fiber.</returns>
    /// <exception cref="PoolFullException">No slot was free in time. Nothing was spawned.</exception>
    /// <inheritdoc cref="Spawn(Action, CancellationToken)" path="/exception"/>
    public Fiber Spawn(TimeSpan timeout, [CoroutineEntry] Action entry, CancellationToken cancellationToken = default) => Spawn(timeout, Twin.Of(entry), cancellationToken);

    /// <inheritdoc cref="Spawn(TimeSpan, Action, CancellationToken)"/>
    [OverloadResolutionPriority(1)]
    public Fiber Spawn(TimeSpan timeout, Func<Coroutine> entry, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return SpawnNow(timeout, new Entry(entry), cancellationToken);
    }

    /// <inheritdoc cref="Spawn(TimeSpan, Action, CancellationToken)"/>
    /// <typeparam name="TArg">The type of <paramref name="arg"/>.</typeparam>
    /// <param name="arg">What the entry is called with.</param>
    public Fiber Spawn<TArg>(TimeSpan timeout, [CoroutineEntry] Action<TArg> entry, TArg arg, CancellationToken cancellationToken = default) => Spawn(timeout, Twin.Of(entry), arg, cancellationToken);

    /// <inheritdoc cref="Spawn(TimeSpan, Action, CancellationToken)"/>
    /// <typeparam name="TArg">The type of <paramref name="arg"/>.</typeparam>
    /// <param name="arg">What the entry is called with.</param>
    [OverloadResolutionPriority(1)]
    public Fiber Spawn<TArg>(TimeSpan timeout, Func<TArg, Coroutine> entry, TArg arg, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return SpawnNow(timeout, new Entry<TArg>(entry, arg), cancellationToken);
    }

    /// <inheritdoc cref="Spawn(TimeSpan, Action, CancellationToken)"/>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    public Fiber<TResult> Spawn<TResult>(TimeSpan timeout, [CoroutineEntry] Func<TResult> entry, CancellationToken cancellationToken = default) => Spawn(timeout, Twin.Of(entry), cancellationToken);

    /// <inheritdoc cref="Spawn(TimeSpan, Action, CancellationToken)"/>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    [OverloadResolutionPriority(1)]
    public Fiber<TResult> Spawn<TResult>(TimeSpan timeout, Func<Coroutine<TResult>> entry, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return SpawnNow<ResultEntry<TResult>, TResult>(timeout, new ResultEntry<TResult>(entry), cancellationToken);
    }

    /// <inheritdoc cref="Spawn(TimeSpan, Action, CancellationToken)"/>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    /// <typeparam name="TArg">The type of <paramref name="arg"/>.</typeparam>
    /// <param name="arg">What the entry is called with.</param>
    public Fiber<TResult> Spawn<TArg, TResult>(TimeSpan timeout, [CoroutineEntry] Func<TArg, TResult> entry, TArg arg, CancellationToken cancellationToken = default) => Spawn(timeout, Twin.Of(entry), arg, cancellationToken);

    /// <inheritdoc cref="Spawn(TimeSpan, Action, CancellationToken)"/>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    /// <typeparam name="TArg">The type of <paramref name="arg"/>.</typeparam>
    /// <param name="arg">What the entry is called with.</param>
    [OverloadResolutionPriority(1)]
    public Fiber<TResult> Spawn<TArg, TResult>(TimeSpan timeout, Func<TArg, Coroutine<TResult>> entry, TArg arg, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return SpawnNow<ResultEntry<TArg, TResult>, TResult>(timeout, new ResultEntry<TArg, TResult>(entry, arg), cancellationToken);
    }

    /// <inheritdoc cref="Spawn(TimeSpan, Action, CancellationToken)"/>
    public Coroutine<Fiber> SpawnAsync(TimeSpan timeout, [CoroutineEntry] Action entry, CancellationToken cancellationToken = default) => SpawnAsync(timeout, Twin.Of(entry), cancellationToken);

    /// <inheritdoc cref="Spawn(TimeSpan, Action, CancellationToken)"/>
    [OverloadResolutionPriority(1)]
    public Coroutine<Fiber> SpawnAsync(TimeSpan timeout, Func<Coroutine> entry, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return SpawnAsync(timeout, new Entry(entry), cancellationToken);
    }

    /// <inheritdoc cref="Spawn(TimeSpan, Action, CancellationToken)"/>
    /// <typeparam name="TArg">The type of <paramref name="arg"/>.</typeparam>
    /// <param name="arg">What the entry is called with.</param>
    public Coroutine<Fiber> SpawnAsync<TArg>(TimeSpan timeout, [CoroutineEntry] Action<TArg> entry, TArg arg, CancellationToken cancellationToken = default) => SpawnAsync(timeout, Twin.Of(entry), arg, cancellationToken);

    /// <inheritdoc cref="Spawn(TimeSpan, Action, CancellationToken)"/>
    /// <typeparam name="TArg">The type of <paramref name="arg"/>.</typeparam>
    /// <param name="arg">What the entry is called with.</param>
    [OverloadResolutionPriority(1)]
    public Coroutine<Fiber> SpawnAsync<TArg>(TimeSpan timeout, Func<TArg, Coroutine> entry, TArg arg, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return SpawnAsync(timeout, new Entry<TArg>(entry, arg), cancellationToken);
    }

    /// <inheritdoc cref="Spawn(TimeSpan, Action, CancellationToken)"/>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    public Coroutine<Fiber<TResult>> SpawnAsync<TResult>(TimeSpan timeout, [CoroutineEntry] Func<TResult> entry, CancellationToken cancellationToken = default) => SpawnAsync(timeout, Twin.Of(entry), cancellationToken);

    /// <inheritdoc cref="Spawn(TimeSpan, Action, CancellationToken)"/>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    [OverloadResolutionPriority(1)]
    public Coroutine<Fiber<TResult>> SpawnAsync<TResult>(TimeSpan timeout, Func<Coroutine<TResult>> entry, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return SpawnAsync<ResultEntry<TResult>, TResult>(timeout, new ResultEntry<TResult>(entry), cancellationToken);
    }

    /// <inheritdoc cref="Spawn(TimeSpan, Action, CancellationToken)"/>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    /// <typeparam name="TArg">The type of <paramref name="arg"/>.</typeparam>
    /// <param name="arg">What the entry is called with.</param>
    public Coroutine<Fiber<TResult>> SpawnAsync<TArg, TResult>(TimeSpan timeout, [CoroutineEntry] Func<TArg, TResult> entry, TArg arg, CancellationToken cancellationToken = default) => SpawnAsync(timeout, Twin.Of(entry), arg, cancellationToken);

    /// <inheritdoc cref="Spawn(TimeSpan, Action, CancellationToken)"/>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    /// <typeparam name="TArg">The type of <paramref name="arg"/>.</typeparam>
    /// <param name="arg">What the entry is called with.</param>
    [OverloadResolutionPriority(1)]
    public Coroutine<Fiber<TResult>> SpawnAsync<TArg, TResult>(TimeSpan timeout, Func<TArg, Coroutine<TResult>> entry, TArg arg, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return SpawnAsync<ResultEntry<TArg, TResult>, TResult>(timeout, new ResultEntry<TArg, TResult>(entry, arg), cancellationToken);
    }
}
