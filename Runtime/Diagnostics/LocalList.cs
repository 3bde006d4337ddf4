using System.Runtime.CompilerServices;

namespace CoGen;

/// <summary>Something of which each fiber, or each tree of fibers, has a value.</summary>
internal interface ILocal
{
    /// <summary>What it is called in a dump.</summary>
    string Label { get; }

    /// <summary>The value of <paramref name="fiber"/>, if it has one.</summary>
    bool TryGet(FiberCore fiber, out object? value);
}

/// <summary>The locals that are in use. None is kept alive by this.</summary>
internal static class LocalList
{
    private static readonly ConditionalWeakTable<ILocal, object?> s_all = [];

    internal static void Add(ILocal local) => s_all.Add(local, null);

    internal static IReadOnlyList<KeyValuePair<string, object?>> ValuesOf(FiberCore fiber)
    {
        if (!fiber.HasLocals) return [];
        List<KeyValuePair<string, object?>> values = [];
        foreach ((ILocal local, _) in s_all)
        {
            if (local.TryGet(fiber, out object? value)) values.Add(new(local.Label, value));
        }

        return [.. values.OrderBy(static value => value.Key, StringComparer.Ordinal)];
    }
}
