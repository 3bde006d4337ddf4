using System.Reflection;

namespace CoGen.Soak;

/// <summary>Counts those in line. Most primitives do not say that, so their private lines are looked at.</summary>
internal static class Lines
{
    private const BindingFlags Anything = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    internal static int Count(Waitable waitable)
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
}
