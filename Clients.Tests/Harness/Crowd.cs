using System.Diagnostics;

namespace CoGen.Clients.Tests.Harness;

/// <summary>Many fibers that use a client on one thread, and a watcher that sees whether the thread goes on meanwhile.</summary>
internal static partial class Crowd
{
    public const int Size = 200;

    /// <summary>Waits for all of them on this thread, and writes down the longest time in which no fiber had a turn.</summary>
    public static void Join(params IEnumerable<Fiber> fibers)
    {
        // All are spawned before the first is waited for.
        Fiber[] all = [.. fibers];
        Stalls stalls = new();
        Fiber watcher = Co.Spawn(Watch, stalls);
        foreach (Fiber fiber in all) fiber.Join();
        watcher.Kill();
        TestContext.Current.TestOutputHelper?.WriteLine($"longest gap between turns: {stalls.Longest.TotalMilliseconds:f0} ms");
    }

    [Coroutine]
    private static void Watch(Stalls stalls)
    {
        while (true)
        {
            long before = Stopwatch.GetTimestamp();
            Thread.Sleep(1);
            TimeSpan gap = Stopwatch.GetElapsedTime(before);
            if (gap > stalls.Longest) stalls.Longest = gap;
        }
    }

    private sealed class Stalls
    {
        public TimeSpan Longest { get; set; }
    }
}
