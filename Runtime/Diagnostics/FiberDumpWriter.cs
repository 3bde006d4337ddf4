using System.Globalization;
using System.Text;

namespace CoGen;

/// <summary>Writes a dump down: a paragraph for each scheduler, in it the trees of spawns, and under each fiber its calls.</summary>
internal sealed class FiberDumpWriter
{
    private readonly StringBuilder _text = new();

    internal string Write(FiberDump dump)
    {
        if (dump.Schedulers.Count == 0) WriteTrees(dump.Roots, 0);
        foreach (SchedulerSnapshot scheduler in dump.Schedulers)
        {
            Line(0, Head(scheduler));

            // A tree may go across schedulers: each shows what is its own.
            WriteTrees([.. scheduler.Fibers.Where(fiber => fiber.Spawner is not { } spawner || !scheduler.Fibers.Any(other => other.Fiber == spawner))], 1);
        }

        foreach (IReadOnlyList<FiberSnapshot> cycle in dump.Cycles)
        {
            Line(0, $"In a circle: {string.Join(" -> ", cycle.Append(cycle[0]).Select(static fiber => $"'{fiber.Name}'"))}");
        }

        return _text.ToString();
    }

    private static string Head(SchedulerSnapshot scheduler)
    {
        string thread = scheduler.Thread is { } name ? $" on {name}" : "";
        string activity = scheduler.Activity switch
        {
            SchedulerActivity.NotRun => ", not run now",
            SchedulerActivity.Stalled when scheduler.Running is { } fiber => $", STALLED in the turn of '{fiber.Name}'",
            SchedulerActivity.Stalled => ", STALLED",
            _ => "",
        };
        return $"{scheduler}{thread}{activity}: {Count(scheduler.Fibers.Count, "fiber")}, {Count(scheduler.TimerCount, "timer")}";
    }

    private static string Count(int number, string noun) => string.Create(CultureInfo.InvariantCulture, $"{number} {noun}{(number == 1 ? "" : "s")}");

    private static string Duration(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.000} s");

    private void WriteTrees(IReadOnlyList<FiberSnapshot> roots, int depth)
    {
        // Trees may be deeper than the stack of a thread bears.
        Stack<(FiberSnapshot Fiber, int Depth)> toDo = new(roots.Reverse().Select(root => (root, depth)));
        while (toDo.TryPop(out (FiberSnapshot Fiber, int Depth) next))
        {
            Write(next.Fiber, next.Depth);
            foreach (FiberSnapshot child in next.Fiber.Children.Reverse())
            {
                if (child.Fiber.SchedulerOrNull == next.Fiber.Fiber.SchedulerOrNull) toDo.Push((child, next.Depth + 1));
            }
        }
    }

    private void Write(FiberSnapshot fiber, int depth)
    {
        Line(depth, Head(fiber));
        foreach (SuspendedCall call in fiber.Calls) Line(depth + 2, $"at {call}");
        foreach (string held in fiber.Locks) Line(depth + 2, $"holds {held}");
        foreach ((string name, object? value) in fiber.Locals) Line(depth + 2, $"{name} = {Words(value)}");
        if (fiber.SpawnedAt.Count > 0) Line(depth + 2, $"spawned at {fiber.SpawnedAt[0]}");
    }

    private static string Head(FiberSnapshot fiber)
    {
        StringBuilder head = new($"'{fiber.Name}'");
        if (fiber.WaitsFor is not null) head.Append(CultureInfo.InvariantCulture, $" waits for {fiber.WaitsFor}");
        else head.Append(CultureInfo.InvariantCulture, $" {fiber.State.ToString().ToLowerInvariant()}");
        if (fiber.SuspendedFor is { } time) head.Append(CultureInfo.InvariantCulture, $", for {Duration(time)}");
        if (fiber.TimeLeft is { } left) head.Append(CultureInfo.InvariantCulture, $", due in {Duration(left)}");
        if (fiber.Result is { } result) head.Append(CultureInfo.InvariantCulture, $": {Words(result)}");
        if (fiber.Exception is { } error) head.Append(CultureInfo.InvariantCulture, $": {error.GetType().Name}: {error.Message}");
        return head.ToString();
    }

    /// <summary>What a value says of itself, which is foreign code.</summary>
    private static string Words(object? value)
    {
        try
        {
            return value?.ToString() ?? "null";
        }
        catch (Exception error)
        {
            return $"({error.GetType().Name})";
        }
    }

    private void Line(int depth, string text) => _text.Append(' ', depth * 2).AppendLine(text);
}
