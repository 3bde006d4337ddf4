using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace CoGen;

// The number of the await at which a state machine waits is a field of a type that only the compiler knows, and nothing in .NET reads
// such a field fast without knowing the type. So where it lies is found out once for each type: in a specimen, by a number that is set by reflection.

/// <summary>Reads the number of the await at which a state machine waits.</summary>
internal static class MachineState<TStateMachine>
{
    private const int Mark = 0x5EED_F1BE;

    /// <summary>Where the field lies in the struct, or in the data of the class; -1 if that is not known.</summary>
    private static readonly int s_offset = FindOffset();

    /// <summary>The number; -1 while the state machine runs, and if it cannot be read.</summary>
    internal static int Of(ref TStateMachine stateMachine)
    {
        if (s_offset < 0 || stateMachine is null) return -1;
        ref byte data = ref typeof(TStateMachine).IsValueType ? ref Unsafe.As<TStateMachine, byte>(ref stateMachine) : ref DataOf(stateMachine);
        return Unsafe.As<byte, int>(ref Unsafe.AddByteOffset(ref data, s_offset));
    }

    [UnconditionalSuppressMessage("Trimming", "IL2090", Justification = "Where the field's metadata was trimmed, no lines are known.")]
    [UnconditionalSuppressMessage("Trimming", "IL2087", Justification = "The specimen's members are not used.")]
    private static int FindOffset()
    {
        // Of CoGen's own methods nobody wants to know.
        if (typeof(TStateMachine).Assembly == typeof(StateStores).Assembly) return -1;
        if (typeof(TStateMachine).GetField(StateStores.Field, BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic) is not { } field || field.FieldType != typeof(int)) return -1;

        object specimen = RuntimeHelpers.GetUninitializedObject(typeof(TStateMachine));
        field.SetValue(specimen, Mark);

        // All else is zero, and the field is in there somewhere: the search does not leave the object.
        ref byte data = ref DataOf(specimen);
        int offset = 0;
        while (Unsafe.As<byte, int>(ref Unsafe.AddByteOffset(ref data, offset)) != Mark) offset += sizeof(int);
        return offset;
    }

    private static ref byte DataOf(object instance) => ref Unsafe.As<RawData>(instance).First;

    /// <summary>What an object looks like behind its header.</summary>
    private sealed class RawData
    {
        internal byte First;
    }
}
