namespace CoGen;

/// <summary>
/// Leaves calls as they are, in every coroutine of the project, and of the projects that refer to its assembly: nothing takes their place, and nothing warns
/// of them.
/// </summary>
/// <remarks>For one method there is <see cref="CoroutineAttribute.KeepBlocking"/>, for one call <see cref="Co.Blocking(Action)"/>.</remarks>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class ExcludeFromPatchingAttribute : Attribute
{
    /// <summary>Leaves members of one type alone.</summary>
    /// <param name="type">The type that declares the members.</param>
    /// <param name="members">Their names, with all overloads; <c>".ctor"</c> for the constructors. None for all members that are used on the type.</param>
    public ExcludeFromPatchingAttribute(Type type, params string[] members)
    {
        Type = type;
        Members = members;
    }

    /// <summary>Leaves all members of the types of one assembly alone.</summary>
    /// <param name="assemblyName">The simple name of the assembly: <c>"Contoso.Data"</c>.</param>
    public ExcludeFromPatchingAttribute(string assemblyName)
    {
        AssemblyName = assemblyName;
        Members = [];
    }

    /// <summary>The type that declares the members; null where an assembly is meant.</summary>
    public Type? Type { get; }

    /// <summary>The names of the members; none for all.</summary>
    public string[] Members { get; }

    /// <summary>The simple name of the assembly that is meant, or null.</summary>
    public string? AssemblyName { get; }
}
