using System.Runtime.CompilerServices;

namespace CoGen;

/// <summary>Finds out in which methods another thread is. It takes some tens of milliseconds, in which the runtime stops all threads about once in each.</summary>
internal static class StackSampler
{
    /// <summary>Samples the stacks of all threads, once in a millisecond.</summary>
    internal const string Provider = "Microsoft-DotNETCore-SampleProfiler";

    private const ulong Keywords = 0xF000_0000_0000;

    /// <summary>How long to sample, in milliseconds: longer when nothing came of it, for on a busy machine the runtime comes to it late.</summary>
    private static readonly int[] s_durations = [10, 100, 1000];

    private static readonly Lock s_gate = new();

    /// <summary>Whether the runtime has no number for threads that could be read.</summary>
    private static volatile bool s_isUnknown;

    /// <summary>The methods that <paramref name="thread"/> is in, innermost first; none if that cannot be found out.</summary>
    /// <param name="thread">What <see cref="CurrentThread"/> has returned there.</param>
    internal static IReadOnlyList<string> Sample(ulong thread)
    {
        if (thread == 0 || !RuntimeFeature.IsDynamicCodeSupported) return [];
        try
        {
            lock (s_gate)
            {
                foreach (int milliseconds in s_durations)
                {
                    if (SampleAll(milliseconds).LastStackOf(thread) is { Count: > 0 } stack) return stack;
                }
            }

            return [];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or System.Net.Sockets.SocketException or TimeoutException or ArgumentException or IndexOutOfRangeException)
        {
            // The port is closed by DOTNET_EnableDiagnostics=0, or its format is a later one: a report does without.
            return [];
        }
    }

    /// <summary>The number of the calling thread that the samples know it by; 0 if it is not known.</summary>
    internal static ulong CurrentThread
    {
        get
        {
            if (s_isUnknown) return 0;
            try
            {
                return IdOfCurrent(null);
            }
            catch (MissingMethodException)
            {
                s_isUnknown = true;
                return 0;
            }
        }
    }

    [UnsafeAccessor(UnsafeAccessorKind.StaticMethod, Name = "get_CurrentOSThreadId")]
    private static extern ulong IdOfCurrent(Thread? thread);

    private static Nettrace SampleAll(int milliseconds)
    {
        if (DiagnosticPort.Collect(Provider, Keywords) is not { } trace) throw new IOException("The process has no diagnostic port.");
        using Stream events = trace.Events;

        // The stream must be read while the session is stopped: the runtime fills it.
        StandIn.Run(() =>
        {
            object pause = new();
            lock (pause) Monitor.Wait(pause, milliseconds);
            try
            {
                DiagnosticPort.Stop(trace.Session);
            }
            catch (Exception error) when (error is IOException or System.Net.Sockets.SocketException or TimeoutException)
            {
                // The stream ends, too.
            }
        });
        return Nettrace.Read(events);
    }
}
