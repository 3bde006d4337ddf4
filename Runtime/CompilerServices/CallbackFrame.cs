namespace CoGen.CompilerServices;

/// <summary>Stands in for a caller that is not one of ours: ordinary <see langword="async"/> code that awaits a coroutine.</summary>
internal sealed class CallbackFrame : Frame
{
    private readonly Action _callback;
    private readonly HostContext _host = HostContext.Capture();
    private readonly ExecutionContext? _context;

    private CallbackFrame(Action callback, bool flowContext)
    {
        _callback = callback;
        _context = flowContext ? ExecutionContext.Capture() : null;
    }

    internal static void Attach(Frame? awaited, Action callback, bool flowContext)
    {
        ArgumentNullException.ThrowIfNull(callback);
        CallbackFrame frame = new(callback, flowContext);
        if (awaited is null) frame.Post();
        else awaited.ContinueWith(frame);
    }

    internal override void Resume()
    {
        if (_context is null) _callback();
        else ExecutionContext.Run(_context, static callback => ((Action)callback!)(), _callback);
    }

    internal override void Wake() => Post();

    internal override void Post() => _host.Post(this);

    private protected override void Recycle() { }
}
