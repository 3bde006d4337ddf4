using System.Runtime.CompilerServices;
using CoGen.CompilerServices;

namespace CoGen;

public partial class FiberGroup
{
    /// <summary>Runs <paramref name="entry"/> in a fiber of the group, for which it waits, and returns what it returns or throws what it throws.</summary>
    /// <remarks>
    /// Called by a member of the group it runs inline, in the member's own slot. If the caller is interrupted while it waits, so
    /// is the fiber.
    /// </remarks>
    /// <param name="entry"><inheritdoc cref="Co.Spawn(Action)" path="/param[@name='entry']"/></param>
    /// <param name="cancellationToken">Ends the wait for a slot and for the fiber, which is cancelled.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled first.</exception>
    /// <exception cref="FiberKilledException">The fiber was killed.</exception>
    /// <exception cref="InvalidOperationException">Called in async code outside any fiber.</exception>
    /// <inheritdoc cref="Fiber.Join()" path="/exception"/>
    public void Apply([CoroutineEntry] Action entry, CancellationToken cancellationToken = default) => Apply(Twin.Of(entry), cancellationToken);

    /// <inheritdoc cref="Apply(Action, CancellationToken)"/>
    [OverloadResolutionPriority(1)]
    public void Apply(Func<Coroutine> entry, CancellationToken cancellationToken = default)
    {
        using MainTurn turn = MainTurn.Begin("FiberGroup.Apply");
        turn.Wait(ApplyAsync(entry, cancellationToken));
    }

    /// <inheritdoc cref="Apply(Action, CancellationToken)"/>
    /// <typeparam name="TArg">The type of <paramref name="arg"/>.</typeparam>
    /// <param name="arg">What the entry is called with.</param>
    public void Apply<TArg>([CoroutineEntry] Action<TArg> entry, TArg arg, CancellationToken cancellationToken = default) => Apply(Twin.Of(entry), arg, cancellationToken);

    /// <inheritdoc cref="Apply(Action, CancellationToken)"/>
    /// <typeparam name="TArg">The type of <paramref name="arg"/>.</typeparam>
    /// <param name="arg">What the entry is called with.</param>
    [OverloadResolutionPriority(1)]
    public void Apply<TArg>(Func<TArg, Coroutine> entry, TArg arg, CancellationToken cancellationToken = default)
    {
        using MainTurn turn = MainTurn.Begin("FiberGroup.Apply");
        turn.Wait(ApplyAsync(entry, arg, cancellationToken));
    }

    /// <inheritdoc cref="Apply(Action, CancellationToken)"/>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    /// <returns>What the entry returned.</returns>
    public TResult Apply<TResult>([CoroutineEntry] Func<TResult> entry, CancellationToken cancellationToken = default) => Apply(Twin.Of(entry), cancellationToken);

    /// <inheritdoc cref="Apply(Action, CancellationToken)"/>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    /// <returns>What the entry returned.</returns>
    [OverloadResolutionPriority(1)]
    public TResult Apply<TResult>(Func<Coroutine<TResult>> entry, CancellationToken cancellationToken = default)
    {
        using MainTurn turn = MainTurn.Begin("FiberGroup.Apply");
        return turn.Wait(ApplyAsync(entry, cancellationToken));
    }

    /// <inheritdoc cref="Apply(Action, CancellationToken)"/>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    /// <typeparam name="TArg">The type of <paramref name="arg"/>.</typeparam>
    /// <param name="arg">What the entry is called with.</param>
    /// <returns>What the entry returned.</returns>
    public TResult Apply<TArg, TResult>([CoroutineEntry] Func<TArg, TResult> entry, TArg arg, CancellationToken cancellationToken = default) => Apply(Twin.Of(entry), arg, cancellationToken);

    /// <inheritdoc cref="Apply(Action, CancellationToken)"/>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    /// <typeparam name="TArg">The type of <paramref name="arg"/>.</typeparam>
    /// <param name="arg">What the entry is called with.</param>
    /// <returns>What the entry returned.</returns>
    [OverloadResolutionPriority(1)]
    public TResult Apply<TArg, TResult>(Func<TArg, Coroutine<TResult>> entry, TArg arg, CancellationToken cancellationToken = default)
    {
        using MainTurn turn = MainTurn.Begin("FiberGroup.Apply");
        return turn.Wait(ApplyAsync(entry, arg, cancellationToken));
    }

    /// <inheritdoc cref="Apply(Action, CancellationToken)"/>
    public Coroutine ApplyAsync([CoroutineEntry] Action entry, CancellationToken cancellationToken = default) => ApplyAsync(Twin.Of(entry), cancellationToken);

    /// <inheritdoc cref="Apply(Action, CancellationToken)"/>
    [OverloadResolutionPriority(1)]
    public Coroutine ApplyAsync(Func<Coroutine> entry, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return CallAsync(new Entry(entry), cancellationToken);
    }

    /// <inheritdoc cref="Apply(Action, CancellationToken)"/>
    /// <typeparam name="TArg">The type of <paramref name="arg"/>.</typeparam>
    /// <param name="arg">What the entry is called with.</param>
    public Coroutine ApplyAsync<TArg>([CoroutineEntry] Action<TArg> entry, TArg arg, CancellationToken cancellationToken = default) => ApplyAsync(Twin.Of(entry), arg, cancellationToken);

    /// <inheritdoc cref="Apply(Action, CancellationToken)"/>
    /// <typeparam name="TArg">The type of <paramref name="arg"/>.</typeparam>
    /// <param name="arg">What the entry is called with.</param>
    [OverloadResolutionPriority(1)]
    public Coroutine ApplyAsync<TArg>(Func<TArg, Coroutine> entry, TArg arg, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return CallAsync(new Entry<TArg>(entry, arg), cancellationToken);
    }

    /// <inheritdoc cref="Apply(Action, CancellationToken)"/>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    /// <returns>What the entry returned.</returns>
    public Coroutine<TResult> ApplyAsync<TResult>([CoroutineEntry] Func<TResult> entry, CancellationToken cancellationToken = default) => ApplyAsync(Twin.Of(entry), cancellationToken);

    /// <inheritdoc cref="Apply(Action, CancellationToken)"/>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    /// <returns>What the entry returned.</returns>
    [OverloadResolutionPriority(1)]
    public Coroutine<TResult> ApplyAsync<TResult>(Func<Coroutine<TResult>> entry, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return CallAsync<ResultEntry<TResult>, TResult>(new ResultEntry<TResult>(entry), cancellationToken);
    }

    /// <inheritdoc cref="Apply(Action, CancellationToken)"/>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    /// <typeparam name="TArg">The type of <paramref name="arg"/>.</typeparam>
    /// <param name="arg">What the entry is called with.</param>
    /// <returns>What the entry returned.</returns>
    public Coroutine<TResult> ApplyAsync<TArg, TResult>([CoroutineEntry] Func<TArg, TResult> entry, TArg arg, CancellationToken cancellationToken = default) => ApplyAsync(Twin.Of(entry), arg, cancellationToken);

    /// <inheritdoc cref="Apply(Action, CancellationToken)"/>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    /// <typeparam name="TArg">The type of <paramref name="arg"/>.</typeparam>
    /// <param name="arg">What the entry is called with.</param>
    /// <returns>What the entry returned.</returns>
    [OverloadResolutionPriority(1)]
    public Coroutine<TResult> ApplyAsync<TArg, TResult>(Func<TArg, Coroutine<TResult>> entry, TArg arg, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return CallAsync<ResultEntry<TArg, TResult>, TResult>(new ResultEntry<TArg, TResult>(entry, arg), cancellationToken);
    }
}
