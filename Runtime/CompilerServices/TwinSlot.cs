using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace CoGen.CompilerServices;

/// <summary>
/// Tells the twin of an overridable method whether the object at hand has replaced the original without replacing the twin.
/// Generated code holds one for each such twin. Thread-safe.
/// </summary>
/// <remarks>
/// The answer is the same for all objects of a type, so it is looked for once for each type, through delegates, which know which
/// override they lead to. After that it is a look-up, which allocates nothing.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class TwinSlot
{
    private const string Fallback = "An accessor whose metadata was trimmed counts as replaced: the original is then called, which is right unless the call came by way of base.";

    private readonly ConcurrentDictionary<Type, bool> _answers = new();
    private readonly ConditionalWeakTable<Type, object> _answersOfCollectible = new();

    /// <summary>Whether a type derived from the twin's replaces the original and not the twin.</summary>
    /// <param name="self">The object whose twin was called.</param>
    /// <param name="original">Makes a delegate of the original, bound to its argument.</param>
    /// <param name="twin">Makes a delegate of the twin, bound to its argument.</param>
    /// <returns>Whether the twin must call the original in place of its own body.</returns>
    public bool IsBypassed(object self, Func<object, Delegate> original, Func<object, Delegate> twin)
    {
        ArgumentNullException.ThrowIfNull(self);
        ArgumentNullException.ThrowIfNull(original);
        ArgumentNullException.ThrowIfNull(twin);
        Type type = self.GetType();
        return TryFind(type, out bool answer)
            ? answer
            : Keep(type, IsNearer(original(self).Method.DeclaringType, twin(self).Method.DeclaringType));
    }

    /// <summary>The same for an accessor, of which there are no delegates.</summary>
    /// <param name="self">The object whose twin was called.</param>
    /// <param name="accessor">The name of the accessor.</param>
    /// <param name="parameters">The types of its parameters.</param>
    /// <param name="twin">Makes a delegate of the twin, bound to its argument.</param>
    /// <param name="holder">The type whose twin asks.</param>
    /// <returns>Whether the twin must call the original in place of its own body.</returns>
    public bool IsBypassed(object self, string accessor, Type[] parameters, Func<object, Delegate> twin, Type holder)
    {
        ArgumentNullException.ThrowIfNull(self);
        ArgumentNullException.ThrowIfNull(twin);
        Type type = self.GetType();
        if (TryFind(type, out bool answer)) return answer;

        Type? own = twin(self).Method.DeclaringType;

        // An object that has a twin further down came here by way of base: its original would come back to what calls this.
        return Keep(type, DeclarerOf(type, accessor, parameters) is { } original ? IsNearer(original, own) : own is null || own == holder);
    }

    // Called by way of base, the twin is meant to run: then the object's own twin is declared further down than the original.
    private static bool IsNearer(Type? original, Type? twin) =>
        original is null || (original != twin && twin is not null && twin.IsAssignableFrom(original));

    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = Fallback)]
    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = Fallback)]
    private static Type? DeclarerOf(Type type, string accessor, Type[] parameters)
    {
        const BindingFlags Own = BindingFlags.DeclaredOnly | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
        for (Type? current = type; current is not null; current = current.BaseType)
        {
            if (current.GetMethod(accessor, Own, parameters) is { IsVirtual: true }) return current;
        }

        return null;
    }

    private bool TryFind(Type type, out bool answer)
    {
        if (_answers.TryGetValue(type, out answer)) return true;
        if (!type.IsCollectible || !_answersOfCollectible.TryGetValue(type, out object? boxed)) return false;

        answer = (bool)boxed;
        return true;
    }

    // A type that can be unloaded must not be held.
    private bool Keep(Type type, bool answer)
    {
        if (type.IsCollectible) _answersOfCollectible.AddOrUpdate(type, answer);
        else _answers[type] = answer;
        return answer;
    }
}
