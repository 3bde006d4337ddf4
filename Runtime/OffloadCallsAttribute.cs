namespace CoGen;

/// <summary>
/// Makes calls of members that block run on a thread of their own while the fiber waits, in every coroutine of the project, and of the projects that refer to
/// its assembly.
/// </summary>
/// <remarks>The receiver and the arguments are evaluated on the fiber, in their order.</remarks>
/// <param name="type">The type that declares the members.</param>
/// <param name="members">
/// Their names, with all overloads; <c>".ctor"</c> for the constructors. None for all methods and constructors of the type, and methods that are called on
/// it; those that are coroutines excepted.
/// </param>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class OffloadCallsAttribute(Type type, params string[] members) : Attribute
{
    /// <summary>The type that declares the members.</summary>
    public Type Type { get; } = type;

    /// <summary>The names of the members; none for all.</summary>
    public string[] Members { get; } = members;
}
