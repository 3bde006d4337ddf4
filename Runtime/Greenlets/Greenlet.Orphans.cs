using System.Collections.Concurrent;

namespace CoGen;

public sealed partial class Greenlet
{
    /// <summary>
    /// Raised for an error that no caller can be told of. Without a handler it is written to <see cref="Console.Error"/>;
    /// that greenlets are dropped, once for each place in the code. The counterpart of Python's <c>sys.unraisablehook</c>.
    /// There are two such errors:
    /// <list type="bullet">
    /// <item>A <see cref="GreenletOrphanedException"/>, when the garbage collector finds a greenlet that was dropped while it
    /// was suspended: nobody can switch to it any more, so its <see langword="finally"/> blocks will not run. Raised once, on
    /// the finalizer's thread. <see cref="Dispose"/> in time is the cure.</item>
    /// <item>What the body throws while <see cref="Dispose"/> unwinds it. Raised in the fiber that disposes it.</item>
    /// </list>
    /// </summary>
    /// <remarks>A handler must not wait. It may be added and removed on any thread, and keep an orphan, to have it disposed of in its own fiber.</remarks>
    public static event EventHandler<GreenletErrorEventArgs>? UnobservedException;

    /// <summary>Where greenlets were dropped, as far as it was written.</summary>
    private static readonly ConcurrentDictionary<string, bool> s_orphanages = new();

    /// <summary>Called by the finalizer.</summary>
    internal void ReportIfOrphaned()
    {
        if (!IsSuspended) return;
        IReadOnlyList<string> stack = GetCallStack();
        string place = stack.Count == 0 ? "code that is gone" : string.Join(", called by ", stack);
        GreenletOrphanedException error = new(
            $"Nobody refers to greenlet '{Name}' any more, and it is suspended in {place}. "
            + "Its finally blocks will not run. Dispose of a greenlet, or a generator, that does not run to its end.");
        if (UnobservedException is not null || s_orphanages.TryAdd(place, true)) Report(error);
    }

    private void Report(Exception error)
    {
        string text = error is GreenletOrphanedException ? error.Message : $"Greenlet '{Name}' failed while it was disposed of: {error}";
        try
        {
            if (UnobservedException is { } handlers) handlers(this, new GreenletErrorEventArgs(this, error));
            else Console.Error.WriteLine(text);
        }
        catch (Exception another)
        {
            Console.Error.WriteLine($"{text}{Environment.NewLine}A handler of UnobservedException failed too: {another}");
        }
    }
}
