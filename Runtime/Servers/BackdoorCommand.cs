using System.Globalization;
using System.Text;

namespace CoGen.Servers;

/// <summary>A command of a backdoor.</summary>
internal sealed record BackdoorCommand(string Usage, string Help, Func<IReadOnlyList<string>, Coroutine<string>> Run)
{
    internal static Dictionary<string, BackdoorCommand> Defaults() => new()
    {
        ["help"] = Of("help", "this", static _ => ""),
        ["fibers"] = Of("fibers", "all fibers, below those that have spawned them, and what each waits for", static _ => Forest(FiberDump.Capture())),
        ["fiber"] = Of("fiber ID", "one fiber, with its calls", static arguments => Details(Find(arguments))),
        ["kill"] = Of("kill ID", "kills a fiber", static arguments =>
        {
            Fiber fiber = Find(arguments).Fiber;
            fiber.Cancel();
            return $"{fiber.Name} was told to end.";
        }),
        ["schedulers"] = Of("schedulers", "what runs the fibers", static _ => Schedulers(FiberDump.Capture())),
        ["gc"] = Of("gc", "collects garbage, and tells how much memory is used", static _ =>
        {
            long before = GC.GetTotalMemory(forceFullCollection: false);
            GC.Collect();
            return string.Create(CultureInfo.InvariantCulture, $"{before:N0} bytes before, {GC.GetTotalMemory(forceFullCollection: true):N0} after");
        }),
        ["quit"] = Of("quit", "ends this session, and nothing else", static _ => ""),
    };

    private static BackdoorCommand Of(string usage, string help, Func<IReadOnlyList<string>, string> run) => new(usage, help, arguments => new Coroutine<string>(run(arguments)));

    private static FiberSnapshot Find(IReadOnlyList<string> arguments)
    {
        if (arguments is not [string text] || !long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long id)) throw new ArgumentException("Give the number of a fiber, as 'fibers' shows it.");
        return FiberDump.Capture().Fibers.FirstOrDefault(fiber => fiber.Fiber.Id == id) ?? throw new ArgumentException($"There is no fiber {id}.");
    }

    private static string Details(FiberSnapshot fiber)
    {
        StringBuilder text = new($"{fiber}\n");
        if (fiber.SuspendedFor is { } time) text.Append(CultureInfo.InvariantCulture, $"  for {time}\n");
        if (fiber.Spawner is { } spawner) text.Append(CultureInfo.InvariantCulture, $"  spawned by {spawner.Id} '{spawner}'\n");
        foreach (string held in fiber.Locks) text.Append($"  holds {held}\n");
        foreach (SuspendedCall call in fiber.Calls) text.Append($"  at {call}\n");
        return text.ToString();
    }

    private static string Forest(FiberDump dump)
    {
        StringBuilder text = new();
        foreach (FiberSnapshot root in dump.Roots) Append(text, root, 0);
        foreach (IReadOnlyList<FiberSnapshot> cycle in dump.Cycles) text.Append($"Deadlock: {string.Join(" waits for ", cycle.Append(cycle[0]).Select(static fiber => $"'{fiber.Name}'"))}\n");
        return text.Length == 0 ? "There are no fibers." : text.ToString();
    }

    private static void Append(StringBuilder text, FiberSnapshot fiber, int depth)
    {
        text.Append(' ', depth * 2).Append(CultureInfo.InvariantCulture, $"{fiber.Fiber.Id} {fiber}\n");
        foreach (FiberSnapshot child in fiber.Children) Append(text, child, depth + 1);
    }

    private static string Schedulers(FiberDump dump) => string.Concat(dump.Schedulers.Select(static scheduler =>
        $"{scheduler}: {scheduler.Activity}, {scheduler.Fibers.Count} fibers, {scheduler.TimerCount} timers\n"));
}
