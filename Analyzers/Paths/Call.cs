using Microsoft.CodeAnalysis;

namespace CoGen.Analyzers.Paths;

/// <summary>A call as the code says it, or the language for it.</summary>
internal readonly record struct Call(IMethodSymbol Method, ITypeSymbol? Receiver, bool IsVirtual, SyntaxNode Place)
{
    /// <summary>The event that is raised.</summary>
    public IEventSymbol? Handled { get; init; }

    public CallForm Form { get; init; }

    public static Call Exactly(IMethodSymbol method, SyntaxNode place) => new(method, null, false, place);
}
