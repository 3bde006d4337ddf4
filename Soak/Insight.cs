using System.Reflection;

namespace CoGen.Soak;

/// <summary>What the runtime does not tell: its private fields are looked at.</summary>
internal static class Insight
{
    private const BindingFlags Anything = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    /// <summary>Counts those who wait in the lines of something.</summary>
    internal static int CountLines(Waitable waitable)
    {
        int count = 0;
        for (Type? type = waitable.GetType(); type is not null; type = type.BaseType)
        {
            foreach (FieldInfo field in type.GetFields(Anything | BindingFlags.DeclaredOnly))
            {
                if (field.FieldType.Name == "WaitLine") count += (int)field.FieldType.GetProperty("Count", Anything)!.GetValue(field.GetValue(waitable))!;
            }
        }

        return count;
    }

    /// <summary>What a fiber waits for, and every field of that wait.</summary>
    internal static string Describe(Fiber fiber)
    {
        object? core = typeof(Fiber).GetField("_core", Anything)?.GetValue(fiber);
        if (core is null || Get(core, "Leaf") is not { } leaf) return "at no wait";
        IEnumerable<string> fields = FieldsOf(leaf).Concat(Get(leaf, "Node") is { } node ? FieldsOf(node) : []);
        return $"at {leaf.GetType().Name}: {string.Join(", ", fields)}; mail {Get(core, "_mail")}";
    }

    private static IEnumerable<string> FieldsOf(object of)
    {
        for (Type? type = of.GetType(); type is not null; type = type.BaseType)
        {
            foreach (FieldInfo field in type.GetFields(Anything | BindingFlags.DeclaredOnly)) yield return $"{field.Name} {field.GetValue(of)}";
        }
    }

    private static object? Get(object of, string name)
    {
        for (Type? type = of.GetType(); type is not null; type = type.BaseType)
        {
            if (type.GetField(name, Anything | BindingFlags.DeclaredOnly) is { } field) return field.GetValue(of);
        }

        return null;
    }
}
