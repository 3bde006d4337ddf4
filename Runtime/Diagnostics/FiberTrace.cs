using System.Text;

namespace CoGen;

/// <summary>
/// Writes down what fibers do, as a trace that <see href="https://ui.perfetto.dev">Perfetto</see> shows: a lane for each fiber, with its turns, what it waits for, and
/// who has spawned it.
/// </summary>
/// <remarks>
/// It holds the fibers of all schedulers whose turns begin while it is on; each scheduler is a process of the trace. Times are those of the scheduler's own
/// clock, so that a program in virtual time shows when its fibers would have run. Dispose of it to finish the file. All members may be called from any thread.
/// </remarks>
/// <example>
/// <code>
/// using (FiberTrace.Start("trace.json")) Co.Run(Work);
/// </code>
/// </example>
public sealed class FiberTrace : IDisposable
{
    private readonly TraceObserver _observer;
    private bool _isDisposed;

    private FiberTrace(TextWriter writer)
    {
        _observer = new TraceObserver(new TraceWriter(writer));
        Observation.Add(_observer);
    }

    /// <summary>Begins a trace.</summary>
    /// <param name="path">The file, which is made anew.</param>
    /// <returns>The trace. Dispose of it to end it.</returns>
    public static FiberTrace Start(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return new FiberTrace(new StreamWriter(path, append: false, new UTF8Encoding(false)));
    }

    /// <param name="stream">What it is written to. It is left open.</param>
    /// <inheritdoc cref="Start(string)"/>
    public static FiberTrace Start(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return new FiberTrace(new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true));
    }

    /// <summary>Ends the trace, and finishes what was written.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _isDisposed, true)) return;
        Observation.Remove(_observer);
        _observer.Finish();
    }
}
