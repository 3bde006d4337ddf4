using System.Diagnostics;
using CoGen.CompilerServices;

namespace CoGen;

/// <summary>Looks for threads that are in the same turn as before. Used by one thread.</summary>
internal sealed class StallSearch(TimeSpan threshold)
{
    private Dictionary<Carrier, Sighting> _sightings = [];

    internal void Look()
    {
        Dictionary<Carrier, Sighting> now = [];
        foreach (Carrier carrier in SchedulerList.Carriers)
        {
            int number = carrier.Turn.Number;
            if ((number & 1) == 0) continue;

            Sighting sighting = _sightings.TryGetValue(carrier, out Sighting? before) && before.Number == number ? before : new Sighting(number, Stopwatch.GetTimestamp());
            now.Add(carrier, sighting);
            if (sighting.IsReported || Stopwatch.GetElapsedTime(sighting.Since) < threshold || Debugger.IsAttached) continue;
            sighting.IsReported = true;
            Report(carrier, sighting);
        }

        _sightings = now;
    }

    private static void Report(Carrier carrier, Sighting sighting)
    {
        if (!carrier.Turn.TryRead(sighting.Number, out FiberCore fiber, out Frame? frame, out Type? machine, out int state) || fiber.IsStallIgnored) return;
        if (fiber.Leaf is BlockingRegion { IsKept: false }) return;

        TimeSpan duration = Stopwatch.GetElapsedTime(sighting.Since);
        IReadOnlyList<string> stack = StallWatchdog.CapturesStacks ? StackSampler.Sample(carrier.NativeThread) : [];
        using SourceLines lines = new();
        FiberReader reader = new(lines);
        StallWatchdog.Report(new StallEventArgs(fiber.Scheduler)
        {
            Fiber = fiber is MainFiber ? null : fiber.Handle,
            Duration = duration,
            Thread = LoopScheduler.ThreadOf(carrier)!,
            LastWait = machine is null ? null : reader.Call(MethodNames.OfMachine(machine)!, machine, state),
            Callers = machine is null ? [] : reader.Calls(frame!.Continuation, fiber),

            // It may have gone on since the first look.
            Stack = carrier.Turn.Number == sighting.Number ? UpToScheduler(stack) : [],
        });
    }

    /// <summary>What the turn has called.</summary>
    private static List<string> UpToScheduler(IReadOnlyList<string> stack)
    {
        List<string> calls = [.. stack.TakeWhile(static method => method is not ("CoGen.LoopScheduler.Execute" or "CoGen.PoolScheduler.Run"))];
        int last = calls.FindLastIndex(static method => !method.StartsWith("CoGen.CompilerServices.", StringComparison.Ordinal));
        calls.RemoveRange(last + 1, calls.Count - last - 1);
        return calls;
    }

    /// <summary>A turn that a thread was seen in.</summary>
    private sealed class Sighting(int number, long since)
    {
        internal int Number => number;

        internal long Since => since;

        internal bool IsReported { get; set; }
    }
}
