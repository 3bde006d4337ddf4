namespace CoGen;

/// <summary>
/// Makes a static method take the place of a member that blocks, in every coroutine of the project, and of the projects that refer to its assembly.
/// </summary>
/// <remarks>
/// <para>
/// The method takes the receiver of an instance member first, then exactly the parameters of the member, by the same names; for <see langword="out"/> and
/// <see langword="ref"/> it may take <see cref="Ref{T}"/>, for a <see cref="Span{T}"/> <see cref="Memory{T}"/>. Its type parameters are the type's, then the
/// member's. The class that it stands in has none. For a property it is the getter when it returns the property's type, and the setter when it takes the value
/// last; for a constructor the member is called <c>".ctor"</c>, for an operator <c>"op_Addition"</c> and the like.
/// </para>
/// <para>
/// What it returns decides what becomes of it: a <see cref="Coroutine"/>, <see cref="Coroutine{T}"/>, task or value task is awaited; if it returns just what the
/// member does, its call simply takes the place of the other. A method with <see cref="CoroutineAttribute"/> is replaced by its twin.
/// </para>
/// <para>A patch of the project wins over one of a package, and that over what CoGen knows itself.</para>
/// </remarks>
/// <param name="type">The type that declares the member.</param>
/// <param name="member">The name of the member. Overloads are told apart by the parameters.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class PatchAttribute(Type type, string member) : Attribute
{
    /// <summary>The type that declares the member.</summary>
    public Type Type { get; } = type;

    /// <summary>The name of the member.</summary>
    public string Member { get; } = member;
}
