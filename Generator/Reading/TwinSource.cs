using CoGen.Semantics;
using CoGen.Semantics.Bodies;
using CoGen.Semantics.Shape;
using Microsoft.CodeAnalysis;

namespace CoGen.Generator.Reading;

/// <summary>What one twin is read from.</summary>
/// <param name="Method">The tagged method or accessor.</param>
/// <param name="Declaration">The declaration that has its body.</param>
/// <param name="Model">The model of the file it stands in.</param>
/// <param name="Known">The known types.</param>
/// <param name="Analysis">What is said of its body.</param>
/// <param name="Depth">How many blocks the members of the twin stand in.</param>
internal sealed record TwinSource(
    IMethodSymbol Method, BodyDeclaration Declaration, SemanticModel Model, KnownTypes Known, CoroutineAnalysis Analysis, int Depth)
{
    /// <summary>Whether the twin repeats the body; else it calls the original.</summary>
    public bool Repeats => Analysis.Refusal is null && Analysis.Awaits;
}
