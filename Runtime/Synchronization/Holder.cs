namespace CoGen;

/// <summary>
/// Who holds a lock: a fiber, the plain code of a thread, or – without any identity – some asynchronous code outside all
/// fibers, which wanders from thread to thread. The default is nobody.
/// </summary>
internal readonly struct Holder
{
    /// <summary>Stands for all asynchronous code outside fibers. It equals nobody, not even itself.</summary>
    private static readonly object s_hosted = new();

    /// <summary>A <see cref="FiberCore"/>, a <see cref="Carrier"/>, or <see cref="s_hosted"/>.</summary>
    private readonly object? _who;

    /// <summary>The id of the fiber, whose core may have gone on to another life; or that of the thread.</summary>
    private readonly long _id;

    private Holder(object who, long id)
    {
        _who = who;
        _id = id;
    }

    /// <summary>Who runs this code, where plain code and asynchronous code outside fibers cannot be told apart: a thread.</summary>
    internal static Holder Here
    {
        get
        {
            Carrier carrier = Carrier.Current;
            if (carrier.Fiber is { } fiber and not MainFiber || (fiber = carrier.Host) is not null) return new Holder(fiber, fiber.Id);
            return new Holder(carrier, Environment.CurrentManagedThreadId);
        }
    }

    internal static Holder Of(FiberCore fiber) => new(fiber, fiber.Id);

    /// <summary>Who runs this coroutine. Plain code that waits has its thread's main fiber.</summary>
    internal static Holder OfCoroutine => Carrier.Current.Fiber is null ? new Holder(s_hosted, 0) : Here;

    /// <summary>The fiber, if it has not ended, or the thread's carrier; null for nobody and for code without identity.</summary>
    internal object? Who => _who == s_hosted || (_who is FiberCore core && (core.IsFinished || core.Id != _id)) ? null : _who;

    internal Fiber? Fiber => _who is FiberCore core ? new Fiber(core, _id) : null;

    /// <summary>Whether both are the same fiber or thread.</summary>
    internal bool Is(in Holder other) => _who == other._who && _id == other._id && _who != s_hosted;

    /// <summary>Whether the code that runs now may act for it.</summary>
    internal bool IsHere => _who == s_hosted ? Carrier.Current.Fiber is null or MainFiber : _who is not null && Is(Here);

    public override string ToString() => _who switch
    {
        null => "nobody",
        FiberCore => Fiber!.Value.IsFinished ? $"fiber '{Fiber.Value.Name}', which has ended" : $"fiber '{Fiber.Value.Name}'",
        Carrier => $"thread {_id}",
        _ => "asynchronous code outside all fibers",
    };
}
