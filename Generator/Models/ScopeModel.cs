namespace CoGen.Generator.Models;

/// <summary>The place that a twin shares with its original.</summary>
/// <param name="Symbols">The file's own preprocessor symbols: <c>#define X</c>.</param>
/// <param name="Nullable">What the file's nullable context is there: <c>enable</c>, <c>annotations</c> …</param>
/// <param name="Usings">The using directives and extern aliases on top of the file.</param>
/// <param name="Namespaces">The namespaces from the outside in; none for the global one.</param>
/// <param name="Types">The headers of the containing types from the outside in: <c>partial class Box&lt;T&gt;</c>.</param>
/// <param name="IsFileScoped">Whether the namespace is written without braces.</param>
public sealed record ScopeModel(
    EquatableArray<string> Symbols,
    string Nullable,
    EquatableArray<string> Usings,
    EquatableArray<NamespaceModel> Namespaces,
    EquatableArray<string> Types,
    bool IsFileScoped)
{
    /// <summary>How many blocks a member stands in.</summary>
    public int Depth => Types.Count + (IsFileScoped ? 0 : Namespaces.Count);
}

/// <summary>One namespace and the using directives inside it.</summary>
public sealed record NamespaceModel(string Name, EquatableArray<string> Usings);
