using CoGen.CompilerServices;

namespace CoGen;

/// <summary>
/// Tells of the end of a fiber: what <see cref="Fiber.OnEnd(Action{Fiber})"/> and its kin return. Dispose of it to hear nothing,
/// which any thread may do at any time.
/// </summary>
public sealed class FiberLink : IDisposable
{
    private readonly Func<Fiber, Coroutine>? _callback;

    /// <summary>The callback of a link that the scheduler itself runs.</summary>
    private readonly Action<Fiber>? _inline;

    /// <summary>Null for any end.</summary>
    private readonly FiberState? _only;
    private readonly ExecutionContext? _context;
    private int _isTaken;

    internal FiberLink(Fiber fiber, Func<Fiber, Coroutine> callback, FiberState? only = null)
    {
        ArgumentNullException.ThrowIfNull(callback);
        Fiber = fiber;
        _callback = callback;
        _only = only;
        _context = ExecutionContext.Capture();
    }

    internal FiberLink(Fiber fiber, Action<Fiber> inline)
    {
        ArgumentNullException.ThrowIfNull(inline);
        Fiber = fiber;
        _inline = inline;
    }

    /// <summary>The fiber whose end is told.</summary>
    public Fiber Fiber { get; }

    /// <summary>Takes the link back: if its callback has not begun, it is not called any more; gevent's <c>unlink</c>.</summary>
    public void Dispose()
    {
        if (TryTake()) Fiber.LiveCore?.Order(static link => link.Fiber.LiveCore?.RemoveLink(link), this);
    }

    /// <summary>Whether the callback was neither called nor taken back before.</summary>
    internal bool TryTake() => Interlocked.Exchange(ref _isTaken, 1) == 0;

    /// <summary>
    /// The fiber, which lived in <paramref name="core"/>, has ended: the callback gets its turn after those that are ready. A
    /// link that is taken back until then, even by the callback of another, is not called. On the core's scheduler's thread.
    /// </summary>
    internal void Send(FiberCore core)
    {
        if (_only is { } only && only != Fiber.State)
        {
            TryTake();
        }
        else if (_inline is not null)
        {
            new CallFrame(core, RunInline).Deliver();
        }
        else
        {
            FiberOf<Entry> fiber = FiberOf<Entry>.Create(Carrier.Current, new Entry(Begin));
            fiber.Name = $"link of {Fiber.Name}";
            fiber.Context = _context ?? EmptyContext.Value;
            fiber.Scheduler.Ready(fiber);
        }
    }

    private Coroutine Begin() => TryTake() ? _callback!(Fiber) : default;

    private void RunInline()
    {
        if (!TryTake()) return;
        try
        {
            _inline!(Fiber);
        }
        catch (Exception error)
        {
            Carrier.Current.Spawner.Scheduler.Report(Fiber, new InvalidOperationException($"An inline link of fiber '{Fiber.Name}' has failed.", error));
        }
    }
}
