namespace CoGen.Patches;

/// <summary>
/// How long something outside the process may be waited for, in real time: what blocking members limit by a timeout of their own, and asynchronous ones do
/// not. Its token is that of the fiber, too.
/// </summary>
internal readonly struct IoLimit : IDisposable
{
    private readonly CancellationToken _outer;
    private readonly CancellationTokenSource? _source;

    /// <param name="millisecondsTimeout">How long; for ever if 0 or negative.</param>
    /// <param name="outer">What ends the wait besides.</param>
    private IoLimit(int millisecondsTimeout, CancellationToken outer)
    {
        _outer = outer;
        if (millisecondsTimeout <= 0) return;
        _source = CancellationTokenSource.CreateLinkedTokenSource(outer);
        _source.CancelAfter(millisecondsTimeout);
    }

    internal CancellationToken Token => _source?.Token ?? _outer;

    /// <summary>Whether it was the time that ended the wait.</summary>
    internal bool HasExpired => _source is { IsCancellationRequested: true } && !_outer.IsCancellationRequested;

    internal static IoLimit Begin(int millisecondsTimeout) => new(millisecondsTimeout, Co.Token);

    public void Dispose() => _source?.Dispose();
}
