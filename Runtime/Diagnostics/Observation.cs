using System.Collections.Immutable;
using CoGen.CompilerServices;

namespace CoGen;

/// <summary>Tells of the life of fibers: nobody, as a rule, and then it costs one test for each turn.</summary>
internal static class Observation
{
    private static readonly Lock s_gate = new();
    private static ImmutableArray<FiberObserver> s_observers = [];

    /// <summary>How many want to know which turn a thread is in, and nothing else.</summary>
    private static int s_turnWatchers;

    internal static bool HasObservers => s_observers.Length > 0;

    internal static void Add(FiberObserver observer) => Change(() => s_observers = s_observers.Add(observer));

    internal static void Remove(FiberObserver observer) => Change(() => s_observers = s_observers.Remove(observer));

    /// <summary>Has each thread note the turn that it is in.</summary>
    internal static void AddTurnWatcher(int count) => Change(() => s_turnWatchers += count);

    internal static void Spawned(FiberCore fiber, FiberCore spawner)
    {
        foreach (FiberObserver observer in s_observers) observer.OnSpawned(fiber, spawner);
    }

    internal static void BeginTurn(Carrier carrier, FiberCore fiber, Frame frame)
    {
        carrier.Turn.Begin(fiber, frame);
        foreach (FiberObserver observer in s_observers) observer.OnTurnBegins(fiber, frame);
    }

    /// <param name="carrier">Who runs it.</param>
    /// <param name="fiber">Whose turn it was.</param>
    /// <param name="id">The id that the fiber had at its beginning.</param>
    internal static void EndTurn(Carrier carrier, FiberCore fiber, long id)
    {
        carrier.Turn.End();
        bool hasEnded = fiber.IsFinished || fiber.Id != id;
        Frame? wait = hasEnded || fiber.Leaf is not { IsCompleted: false } leaf ? null : leaf;
        foreach (FiberObserver observer in s_observers)
        {
            if (hasEnded) observer.OnEnded(fiber, id);
            else observer.OnTurnEnds(fiber, wait);
        }
    }

    private static void Change(Action change)
    {
        lock (s_gate)
        {
            change();
            Watched.HasTurnHooks = s_turnWatchers > 0 || HasObservers;
            SpawnHooks.Update();
        }
    }
}
