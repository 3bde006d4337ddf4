namespace CoGen.CompilerServices;

/// <summary>
/// Names a class that has methods with <see cref="PatchAttribute"/>, so that whoever refers to the assembly finds them without looking through all of its types.
/// The generator writes it; where that does not run it is written by hand.
/// </summary>
/// <param name="type">The class.</param>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class PatchContainerAttribute(Type type) : Attribute
{
    /// <summary>The class.</summary>
    public Type Type { get; } = type;
}
