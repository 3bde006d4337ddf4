using System.Runtime.CompilerServices;
using CoGen.CompilerServices;

namespace CoGen;

public partial class FiberGroup
{
    /// <summary>Spawns a fiber into the group if there is a free slot. Never waits, and never yields. gevent's <c>blocking=False</c>.</summary>
    /// <param name="entry"><inheritdoc cref="Co.Spawn(Action)" path="/param[@name='entry']"/></param>
    /// <param name="fiber">The fiber, if one was spawned.</param>
    /// <returns>Whether there was a slot.</returns>
    public bool TrySpawn([CoroutineEntry] Action entry, out Fiber fiber) => TrySpawn(Twin.Of(entry), out fiber);

    /// <inheritdoc cref="TrySpawn(Action, out Fiber)"/>
    [OverloadResolutionPriority(1)]
    public bool TrySpawn(Func<Coroutine> entry, out Fiber fiber)
    {
        ArgumentNullException.ThrowIfNull(entry);
        bool entered = TryEnter();
        fiber = entered ? Start(new Entry(entry), null) : default;
        return entered;
    }

    /// <inheritdoc cref="TrySpawn(Action, out Fiber)"/>
    /// <typeparam name="TArg">The type of <paramref name="arg"/>.</typeparam>
    /// <param name="arg">What the entry is called with.</param>
    public bool TrySpawn<TArg>([CoroutineEntry] Action<TArg> entry, TArg arg, out Fiber fiber) => TrySpawn(Twin.Of(entry), arg, out fiber);

    /// <inheritdoc cref="TrySpawn(Action, out Fiber)"/>
    /// <typeparam name="TArg">The type of <paramref name="arg"/>.</typeparam>
    /// <param name="arg">What the entry is called with.</param>
    [OverloadResolutionPriority(1)]
    public bool TrySpawn<TArg>(Func<TArg, Coroutine> entry, TArg arg, out Fiber fiber)
    {
        ArgumentNullException.ThrowIfNull(entry);
        bool entered = TryEnter();
        fiber = entered ? Start(new Entry<TArg>(entry, arg), null) : default;
        return entered;
    }

    /// <inheritdoc cref="TrySpawn(Action, out Fiber)"/>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    public bool TrySpawn<TResult>([CoroutineEntry] Func<TResult> entry, out Fiber<TResult> fiber) => TrySpawn(Twin.Of(entry), out fiber);

    /// <inheritdoc cref="TrySpawn(Action, out Fiber)"/>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    [OverloadResolutionPriority(1)]
    public bool TrySpawn<TResult>(Func<Coroutine<TResult>> entry, out Fiber<TResult> fiber)
    {
        ArgumentNullException.ThrowIfNull(entry);
        bool entered = TryEnter();
        fiber = entered ? Start<ResultEntry<TResult>, TResult>(new ResultEntry<TResult>(entry), null) : default;
        return entered;
    }

    /// <inheritdoc cref="TrySpawn(Action, out Fiber)"/>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    /// <typeparam name="TArg">The type of <paramref name="arg"/>.</typeparam>
    /// <param name="arg">What the entry is called with.</param>
    public bool TrySpawn<TArg, TResult>([CoroutineEntry] Func<TArg, TResult> entry, TArg arg, out Fiber<TResult> fiber) => TrySpawn(Twin.Of(entry), arg, out fiber);

    /// <inheritdoc cref="TrySpawn(Action, out Fiber)"/>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    /// <typeparam name="TArg">The type of <paramref name="arg"/>.</typeparam>
    /// <param name="arg">What the entry is called with.</param>
    [OverloadResolutionPriority(1)]
    public bool TrySpawn<TArg, TResult>(Func<TArg, Coroutine<TResult>> entry, TArg arg, out Fiber<TResult> fiber)
    {
        ArgumentNullException.ThrowIfNull(entry);
        bool entered = TryEnter();
        fiber = entered ? Start<ResultEntry<TArg, TResult>, TResult>(new ResultEntry<TArg, TResult>(entry, arg), null) : default;
        return entered;
    }
}
