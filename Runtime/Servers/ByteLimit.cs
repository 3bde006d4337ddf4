using System.Diagnostics;

namespace CoGen.Servers;

/// <summary>How long one direction of a connection may wait for its next bytes, in real time. Its timer is reused.</summary>
internal sealed class ByteLimit
{
    private CancellationTokenSource? _unused;
    private CancellationTokenSource? _running;
    private long _ends;

    /// <summary>Begins a wait.</summary>
    /// <param name="timeout">How long it may last.</param>
    /// <param name="idle">How long it may last after the last byte in any direction.</param>
    /// <param name="outer">What ends it besides.</param>
    internal Wait Begin(TimeSpan timeout, TimeSpan idle, CancellationToken outer)
    {
        if (timeout == Timeout.InfiniteTimeSpan && idle == Timeout.InfiniteTimeSpan) return new Wait(null, null, outer, default);
        CancellationTokenSource source = Interlocked.Exchange(ref _unused, null) is { IsCancellationRequested: false } unused ? unused : new CancellationTokenSource();
        _ends = timeout == Timeout.InfiniteTimeSpan ? long.MaxValue : Stopwatch.GetTimestamp() + (long)(timeout.TotalSeconds * Stopwatch.Frequency);
        source.CancelAfter(Shorter(timeout, idle));
        if (idle != Timeout.InfiniteTimeSpan) Volatile.Write(ref _running, source);
        CancellationTokenRegistration registration = outer.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), source);
        return new Wait(this, source, outer, registration);
    }

    /// <summary>Bytes have passed in the other direction: nobody is idle.</summary>
    internal void Touch(TimeSpan idle)
    {
        if (Volatile.Read(ref _running) is not { } source) return;
        long left = Volatile.Read(ref _ends);
        TimeSpan most = left == long.MaxValue ? Timeout.InfiniteTimeSpan : TimeSpan.FromSeconds(Math.Max(0, left - Stopwatch.GetTimestamp()) / (double)Stopwatch.Frequency);
        source.CancelAfter(Shorter(most, idle));
    }

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) =>
        one == Timeout.InfiniteTimeSpan ? other
        : other == Timeout.InfiniteTimeSpan || one < other ? one
        : other;

    /// <summary>One wait.</summary>
    internal readonly struct Wait(ByteLimit? limit, CancellationTokenSource? source, CancellationToken outer, CancellationTokenRegistration registration) : IDisposable
    {
        internal CancellationToken Token => source?.Token ?? outer;

        /// <summary>Whether it was the time that ended the wait.</summary>
        internal bool HasExpired => source is { IsCancellationRequested: true } && !outer.IsCancellationRequested;

        public void Dispose()
        {
            if (limit is null) return;
            registration.Dispose();
            Volatile.Write(ref limit._running, null);
            if (source!.TryReset()) Volatile.Write(ref limit._unused, source);
        }
    }
}
