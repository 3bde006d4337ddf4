using System.Runtime.CompilerServices;
using CoGen.CompilerServices;

namespace CoGen;

public partial class FiberGroup
{
    /// <summary>
    /// Lets <paramref name="entry"/> run in the group as soon as there is a slot. Never waits: without a free slot the fiber
    /// waits for one itself, and is not in the group meanwhile. gevent's <c>apply_async</c>.
    /// </summary>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    /// <param name="entry"><inheritdoc cref="Co.Spawn(Action)" path="/param[@name='entry']"/></param>
    /// <param name="onResult">Called in the fiber with the result, if there is one. What it throws is reported as the fiber's, and changes nothing.</param>
    /// <returns>The fiber.</returns>
    public Fiber<TResult> Submit<TResult>([CoroutineEntry] Func<TResult> entry, Action<TResult>? onResult = null) => Submit(Twin.Of(entry), onResult);

    /// <inheritdoc cref="Submit{TResult}(Func{TResult}, Action{TResult})"/>
    [OverloadResolutionPriority(1)]
    public Fiber<TResult> Submit<TResult>(Func<Coroutine<TResult>> entry, Action<TResult>? onResult = null)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return SubmitCall(new ResultEntry<TResult>(entry), onResult);
    }

    /// <inheritdoc cref="Submit{TResult}(Func{TResult}, Action{TResult})"/>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    /// <typeparam name="TArg">The type of <paramref name="arg"/>.</typeparam>
    /// <param name="arg">What the entry is called with.</param>
    public Fiber<TResult> Submit<TArg, TResult>([CoroutineEntry] Func<TArg, TResult> entry, TArg arg, Action<TResult>? onResult = null) => Submit(Twin.Of(entry), arg, onResult);

    /// <inheritdoc cref="Submit{TResult}(Func{TResult}, Action{TResult})"/>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    /// <typeparam name="TArg">The type of <paramref name="arg"/>.</typeparam>
    /// <param name="arg">What the entry is called with.</param>
    [OverloadResolutionPriority(1)]
    public Fiber<TResult> Submit<TArg, TResult>(Func<TArg, Coroutine<TResult>> entry, TArg arg, Action<TResult>? onResult = null)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return SubmitCall(new ResultEntry<TArg, TResult>(entry, arg), onResult);
    }
}
