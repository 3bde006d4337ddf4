using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace CoGen;

/// <summary>What is measured of calls on worker threads, for whoever listens to the meter.</summary>
internal static class OffloadMetrics
{
    private static readonly Meter s_meter = new(Offload.MeterName);
    private static readonly Counter<long> s_calls = s_meter.CreateCounter<long>("cogen.offload.calls", "{call}", "Calls that have ended on a worker thread.");
    private static readonly Histogram<double> s_duration = s_meter.CreateHistogram<double>("cogen.offload.duration", "s", "How long a call ran on its worker thread.");

    /// <summary>Publishes the counts of a pool.</summary>
    internal static void Observe(CoThreadPool pool)
    {
        s_meter.CreateObservableUpDownCounter("cogen.offload.threads", () => pool.ThreadCount, "{thread}", "Worker threads.");
        s_meter.CreateObservableUpDownCounter("cogen.offload.queued", () => pool.QueuedCount, "{call}", "Calls that wait for a worker thread.");
        s_meter.CreateObservableUpDownCounter("cogen.offload.running", () => pool.RunningCount, "{call}", "Calls that run on a worker thread.");
    }

    /// <returns>What <see cref="End"/> takes.</returns>
    internal static long Begin() => s_duration.Enabled ? Stopwatch.GetTimestamp() : 0;

    internal static void End(long began)
    {
        s_calls.Add(1);
        if (began != 0) s_duration.Record((Stopwatch.GetTimestamp() - began) / (double)Stopwatch.Frequency);
    }
}
