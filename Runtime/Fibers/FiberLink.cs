namespace CoGen;

/// <summary>
/// Tells of the end of a fiber: what <see cref="Fiber.OnEnd(Action{Fiber})"/> and its kin return. Dispose of it to hear nothing,
/// which any thread may do at any time.
/// </summary>
public sealed class FiberLink : IDisposable
{
    /// <summary>Null for any end.</summary>
    private readonly FiberState? _only;
    private int _isTaken;

    internal FiberLink(Fiber fiber, Func<Fiber, Coroutine> callback, FiberState? only = null)
    {
        ArgumentNullException.ThrowIfNull(callback);
        Fiber = fiber;
        Callback = callback;
        Context = ExecutionContext.Capture();
        _only = only;
    }

    internal FiberLink(Fiber fiber, Action<Fiber> inline)
    {
        ArgumentNullException.ThrowIfNull(inline);
        Fiber = fiber;
        Inline = inline;
    }

    /// <summary>The fiber whose end is told.</summary>
    public Fiber Fiber { get; }

    /// <summary>What to call in a fiber of its own.</summary>
    internal Func<Fiber, Coroutine>? Callback { get; }

    /// <summary>What the scheduler itself is to call.</summary>
    internal Action<Fiber>? Inline { get; }

    /// <summary>The ambient state of who asked for the link.</summary>
    internal ExecutionContext? Context { get; }

    /// <summary>Whether the fiber has ended as the link wants to hear of.</summary>
    internal bool IsMeant => _only is not { } only || only == Fiber.State;

    /// <summary>Takes the link back: if its callback has not begun, it is not called any more; gevent's <c>unlink</c>.</summary>
    public void Dispose()
    {
        if (TryTake()) Fiber.LiveCore?.RemoveLink(this);
    }

    /// <summary>Whether the callback was neither called nor taken back before.</summary>
    internal bool TryTake() => Interlocked.Exchange(ref _isTaken, 1) == 0;
}
