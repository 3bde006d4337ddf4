using Microsoft.CodeAnalysis;

namespace CoGen.Analyzers.Paths;

/// <summary>A method of this compilation that some code runs, whether it names it or the language does.</summary>
/// <param name="Method">What runs.</param>
/// <param name="Called">What the code calls: the same, unless that is virtual, or an event, or an interface's.</param>
/// <param name="Place">What calls it.</param>
internal readonly record struct Step(IMethodSymbol Method, ISymbol Called, SyntaxNode Place)
{
    /// <summary>How the code comes to call it.</summary>
    public CallForm Form { get; init; }

    /// <summary>Whether another method may run in its place.</summary>
    public bool IsOneOfSeveral => !SymbolEqualityComparer.Default.Equals(Method, Called);

    public static Step To(IMethodSymbol method, SyntaxNode place) => new(method, method, place);
}

/// <summary>How code comes to call something, which decides whether a twin could be called in its place.</summary>
internal enum CallForm
{
    /// <summary>It names it.</summary>
    Named,

    /// <summary>The language calls it, in a statement that has an awaited form: <c>using</c>, <c>foreach</c>.</summary>
    InStatement,

    /// <summary>The language calls it, and never its twin: in the hole of a string, by a pattern, for an element of a collection.</summary>
    Unsaid,
}
