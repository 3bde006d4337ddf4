using System.Diagnostics.Metrics;

namespace CoGen;

/// <summary>What is measured of fibers, for whoever listens to the meter, such as <c>dotnet-counters</c>. All but the lag is counted anyway.</summary>
internal static class CoGenMetrics
{
    private static readonly Meter s_meter = new(Scheduler.MeterName);
    private static readonly Histogram<double> s_lag = s_meter.CreateHistogram<double>("cogen.loop.lag", "s", "How late timers of loops fire.");

    /// <summary>Has the instruments published. Called once.</summary>
    internal static void Publish()
    {
        s_meter.CreateObservableUpDownCounter("cogen.fibers.suspended", static () => Sum(static scheduler => scheduler.SuspendedCount), "{fiber}", "Fibers that have begun and not ended.");
        s_meter.CreateObservableUpDownCounter("cogen.fibers.ready", static () => Sum(static scheduler => scheduler.ReadyCount), "{fiber}", "Fibers that wait for their turn on a loop.");
        s_meter.CreateObservableUpDownCounter("cogen.timers", static () => Sum(static scheduler => scheduler.TimerCount), "{timer}", "Timers that are armed.");
        s_meter.CreateObservableUpDownCounter("cogen.schedulers", static () => SchedulerList.All.Length, "{scheduler}", "Schedulers that are in use.");
        s_meter.CreateObservableCounter("cogen.turns", static () => SchedulerList.Turns, "{turn}", "Turns of fibers: how often one was switched to.");
    }

    internal static bool MeasuresLag => s_lag.Enabled;

    internal static void RecordLag(TimeSpan lag) => s_lag.Record(lag.TotalSeconds);

    private static long Sum(Func<Scheduler, long> count) => SchedulerList.All.Sum(count);
}
