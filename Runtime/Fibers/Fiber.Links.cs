using System.Runtime.CompilerServices;
using CoGen.CompilerServices;

namespace CoGen;

public readonly partial struct Fiber
{
    /// <summary>Whether somebody is still to be told of the end of the fiber.</summary>
    public bool HasLinks => LiveCore is { HasLinks: true };

    /// <summary>
    /// Calls <paramref name="callback"/> when the fiber has ended, in whatever way, in a fresh fiber of its own on this one's
    /// scheduler; gevent's <c>link</c>.
    /// </summary>
    /// <param name="callback">What to call, with this fiber. A method tagged <see cref="CoroutineAttribute">[Coroutine]</see> runs as its twin.</param>
    /// <returns>The link. Dispose of it to hear nothing.</returns>
    /// <remarks>
    /// Links are called in the order in which they were asked for, after the end and never inline; of a fiber that has ended
    /// already, too. The next begins when the one before has ended or waits. One that fails is reported by <see cref="Scheduler.FiberFailed"/>, and does not harm the others. Called on
    /// any thread.
    /// </remarks>
    public FiberLink OnEnd([CoroutineEntry] Action<Fiber> callback) => OnEnd(Twin.Of(callback));

    /// <inheritdoc cref="OnEnd(Action{Fiber})"/>
    [OverloadResolutionPriority(1)]
    public FiberLink OnEnd(Func<Fiber, Coroutine> callback) => Add(new FiberLink(this, callback));

    /// <summary>Calls <paramref name="callback"/> when the fiber has ended normally; gevent's <c>link_value</c>. A kill is no such end.</summary>
    /// <inheritdoc cref="OnEnd(Action{Fiber})"/>
    public FiberLink OnSuccess([CoroutineEntry] Action<Fiber> callback) => OnSuccess(Twin.Of(callback));

    /// <inheritdoc cref="OnSuccess(Action{Fiber})"/>
    [OverloadResolutionPriority(1)]
    public FiberLink OnSuccess(Func<Fiber, Coroutine> callback) => Add(new FiberLink(this, callback, FiberState.Succeeded));

    /// <summary>Calls <paramref name="callback"/> when the fiber has ended with an error; gevent's <c>link_exception</c>. A kill is no error.</summary>
    /// <inheritdoc cref="OnEnd(Action{Fiber})"/>
    public FiberLink OnFailure([CoroutineEntry] Action<Fiber> callback) => OnFailure(Twin.Of(callback));

    /// <inheritdoc cref="OnFailure(Action{Fiber})"/>
    [OverloadResolutionPriority(1)]
    public FiberLink OnFailure(Func<Fiber, Coroutine> callback) => Add(new FiberLink(this, callback, FiberState.Failed));

    /// <summary>
    /// Has the scheduler itself call <paramref name="callback"/>, between the turns of its fibers, when the fiber has ended;
    /// gevent's <c>rawlink</c>. Cheaper than <see cref="OnEnd(Action{Fiber})"/>, for callbacks that are short.
    /// </summary>
    /// <param name="callback">What to call, with this fiber. It must not wait: CoGen's waits throw <see cref="BlockingCallException"/> there, any other stops all fibers.</param>
    /// <inheritdoc cref="OnEnd(Action{Fiber})"/>
    public FiberLink OnEndInline(Action<Fiber> callback) => Add(new FiberLink(this, callback));

    /// <summary>Takes all links back whose callback has not been called.</summary>
    public void Unlink() => LiveCore?.RemoveLinks();

    private FiberLink Add(FiberLink link)
    {
        // The core of a fiber that has ended may live on as another; its scheduler serves as well as any.
        _ = LiveCore;
        _core!.AddLink(link, _id);
        return link;
    }
}
