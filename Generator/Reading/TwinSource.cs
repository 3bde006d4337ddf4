using CoGen.Semantics;
using CoGen.Semantics.Bodies;
using CoGen.Semantics.Shape;
using Microsoft.CodeAnalysis;

namespace CoGen.Generator.Reading;

/// <summary>What one twin is read from.</summary>
/// <param name="Method">The tagged method or accessor.</param>
/// <param name="Declaration">Its declaration.</param>
/// <param name="Plan">How the twin takes part in inheritance.</param>
/// <param name="Model">The model of the file it stands in.</param>
/// <param name="Known">The known types.</param>
/// <param name="Analysis">What is said of its body.</param>
/// <param name="Depth">How many blocks the members of the twin stand in.</param>
internal sealed record TwinSource(
    IMethodSymbol Method,
    BodyDeclaration Declaration,
    TwinPlan Plan,
    SemanticModel Model,
    KnownTypes Known,
    CoroutineAnalysis Analysis,
    int Depth)
{
    /// <summary>Whether the twin repeats the body; else it calls the original.</summary>
    /// <remarks>
    /// A body that has nothing to wait for is repeated where a virtual call of the original would lead to another body: a derived
    /// twin calls this one by way of <c>base</c>.
    /// </remarks>
    public bool Repeats =>
        Declaration.Body is not null && Analysis is { Refusal: null, IsKept: false } && (Analysis.Awaits || Plan.IsGuarded || Method.MethodKind == MethodKind.LocalFunction) && !TwinHierarchy.IsStaticOfInterface(Method);

    /// <summary>Whether the twin asks at run time if it is bypassed. One that calls the original need not.</summary>
    public bool IsGuarded => Repeats && Plan.IsGuarded;
}
