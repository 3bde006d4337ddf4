namespace CoGen;

/// <summary>Relates the fibers of a dump to each other.</summary>
internal static class FiberForest
{
    /// <summary>Gives each fiber its children.</summary>
    /// <returns>Those that are nobody's.</returns>
    internal static List<FiberSnapshot> Plant(IReadOnlyList<FiberSnapshot> fibers, Dictionary<Fiber, FiberSnapshot> byFiber)
    {
        List<FiberSnapshot> roots = [];
        foreach (FiberSnapshot fiber in fibers)
        {
            if (fiber.Spawner is not { } spawner || !byFiber.TryGetValue(spawner, out FiberSnapshot? parent)) roots.Add(fiber);
            else parent.Children = [.. parent.Children, fiber];
        }

        return roots;
    }

    internal static List<List<FiberSnapshot>> FindCycles(IReadOnlyList<FiberSnapshot> fibers)
    {
        Dictionary<FiberCore, FiberSnapshot> byCore = [];
        foreach (FiberSnapshot fiber in fibers) byCore[fiber.Core] = fiber;
        return [.. WaitCycles.Find(byCore.Keys, AwaitedBy).Select(cycle => cycle.ConvertAll(core => byCore[core]))];

        FiberCore? AwaitedBy(FiberCore waiting) => byCore[waiting].WaitsForWhom is FiberCore awaited && byCore.ContainsKey(awaited) ? awaited : null;
    }

    internal static void AssignLocks(IReadOnlyList<FiberSnapshot> fibers, Dictionary<Fiber, FiberSnapshot> byFiber)
    {
        IEnumerable<(Fiber Holder, string Lock)> contended = fibers
            .Where(static fiber => fiber.ContendedLock is not null && fiber.WaitsForWhom is FiberCore)
            .Select(static fiber => (((FiberCore)fiber.WaitsForWhom!).Handle, fiber.ContendedLock!));
        foreach (IGrouping<Fiber, string> held in HeldLocks.All().Concat(contended).GroupBy(static held => held.Item1, static held => held.Item2))
        {
            if (byFiber.TryGetValue(held.Key, out FiberSnapshot? fiber)) fiber.Locks = [.. held.Distinct().Order(StringComparer.Ordinal)];
        }
    }
}
