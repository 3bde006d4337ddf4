using System.Globalization;
using System.Text;

namespace CoGen;

/// <summary>
/// Says which fiber blocks its thread, so that others cannot run: gevent's monitor thread, and <c>EventLoopBlocked</c>. A thread of its own looks whether
/// those that run fibers are in another turn than before.
/// </summary>
/// <remarks>
/// <para>
/// It is on from the start in Debug builds: the package sets the AppContext switch <c>CoGen.StallWatchdog</c> for them, and the property <c>CoGenStallWatchdog</c> of a
/// project, true or false, overrules that. While a debugger is attached nothing is reported. It costs each turn a few nanoseconds; while it is off, nothing.
/// </para>
/// <para>A call in <see cref="Co.Blocking(Action)"/> is no stall while another thread runs the loop.</para>
/// </remarks>
public static class StallWatchdog
{
    private static readonly Lock s_gate = new();
    private static TimeSpan s_threshold = TimeSpan.FromMilliseconds(100);
    private static WatchThread.Job? s_job;
    private static StallSearch? s_search;

    /// <summary>Raised when a fiber has kept its thread for longer than the <see cref="Threshold"/>, once for each turn; on the thread that looks.</summary>
    public static event EventHandler<StallEventArgs>? Stalled;

    /// <summary>Whether it looks. May be set on any thread.</summary>
    public static bool IsEnabled
    {
        get => s_job is not null;
        set
        {
            lock (s_gate)
            {
                if (value == IsEnabled) return;
                Observation.AddTurnWatcher(value ? 1 : -1);
                s_job?.Dispose();
                s_job = value ? Begin() : null;
            }
        }
    }

    /// <summary>How long a turn may last; 100 ms by default. A stall is found after between one and one and a half times as long.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is not positive.</exception>
    public static TimeSpan Threshold
    {
        get => s_threshold;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(value, TimeSpan.Zero);
            lock (s_gate)
            {
                s_threshold = value;
                if (s_job is null) return;
                s_job.Dispose();
                s_job = Begin();
            }
        }
    }

    /// <summary>Where reports are written; <see cref="Console.Error"/> by default, and nowhere if null.</summary>
    public static TextWriter? Output { get; set; } = Console.Error;

    /// <summary>
    /// Whether a report says in which methods the thread is, with the help of the process's own diagnostic port; true by default. It takes some tens of milliseconds, in which
    /// the runtime stops all threads again and again for a moment. There is none in programs that are compiled ahead of time, nor with <c>DOTNET_EnableDiagnostics=0</c>.
    /// </summary>
    public static bool CapturesStacks { get; set; } = true;

    /// <summary>Reports nothing of the fiber that runs this code, until <see cref="WatchCurrent"/>. In plain code it does nothing.</summary>
    public static void IgnoreCurrent() => SetIgnored(true);

    /// <summary>Takes <see cref="IgnoreCurrent"/> back.</summary>
    public static void WatchCurrent() => SetIgnored(false);

    internal static void Report(StallEventArgs stall)
    {
        stall.Report = Describe(stall);
        try
        {
            Stalled?.Invoke(null, stall);
        }
        finally
        {
            CoGenEventSource.Log.Stalled(stall.Fiber?.Id ?? 0, stall.Report);
            if (stall.Report.Length > 0) Output?.WriteLine(stall.Report);
        }
    }

    private static void SetIgnored(bool isIgnored)
    {
        if (Co.Current?.LiveCore is { } fiber) fiber.Extras.IsStallIgnored = isIgnored;
    }

    private static WatchThread.Job Begin()
    {
        s_search = new StallSearch(s_threshold);
        return WatchThread.Add(s_search.Look, s_threshold / 2);
    }

    private static string Describe(StallEventArgs stall)
    {
        StringBuilder text = new();
        string who = stall.Fiber is { } fiber ? $"Fiber '{fiber.Name}'" : "A callback";
        text.Append(CultureInfo.InvariantCulture, $"{who} has kept {stall.Thread} of {stall.Scheduler.Label} for at least {stall.Duration.TotalSeconds:0.000} s, while no other fiber of it can run.");
        if (stall.LastWait is { } last) text.AppendLine().Append(CultureInfo.InvariantCulture, $"  It has last waited at {last}");
        foreach (SuspendedCall caller in stall.Callers) text.AppendLine().Append(CultureInfo.InvariantCulture, $"    called at {caller}");
        if (stall.Stack.Count > 0) text.AppendLine().Append("  The thread is in");
        foreach (string method in stall.Stack) text.AppendLine().Append(CultureInfo.InvariantCulture, $"    {method}");
        return text.ToString();
    }
}
