using CoGen.Semantics.Catalog;
using CoGen.Semantics.Shape;
using Microsoft.CodeAnalysis;

namespace CoGen.Semantics.Calls;

/// <summary>Finds the twins of methods without parameters that are called unsaid, by the one rule.</summary>
internal sealed class UnsaidTwins
{
    private readonly SemanticModel _model;
    private readonly KnownTypes _known;
    private readonly ConventionTwins _convention;

    public UnsaidTwins(SemanticModel model, KnownTypes known, ConventionTwins convention)
    {
        _model = model;
        _known = known;
        _convention = convention;
    }

    /// <param name="method">The method.</param>
    /// <param name="receiver">The type that it is called on.</param>
    /// <param name="place">What calls it.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    public UnsaidVerdict Of(IMethodSymbol method, ITypeSymbol receiver, SyntaxNode place, CancellationToken cancellationToken)
    {
        if (_known.IsSwitchedOff(method) || ConventionExclusions.Find(method, receiver) is not null)
            return default;
        switch (_known.Rules.Find(method, receiver))
        {
            case { Action: PatchAction.Leave }:
                return default;
            case { Blocks: true } rule:
                return new UnsaidVerdict(null, new CallVerdict.Unpatched(UnpatchedReason.NoTwin, rule.Advice, KnownToBlock: true));
        }

        for (IMethodSymbol? twinned = method; twinned is not null; twinned = twinned.OverriddenMethod)
        {
            if (CoroutineShape.FormOf(twinned, _known, cancellationToken) != TwinForm.None)
                return OfCoroutine(twinned, receiver, place, cancellationToken);
        }

        return _convention.OfUnsaid(method, receiver, place);
    }

    /// <summary>The same for the getter of <paramref name="property"/>: most do not block, and the convention is not asked.</summary>
    public UnsaidVerdict OfGetter(IPropertySymbol property, ITypeSymbol receiver, SyntaxNode place, CancellationToken cancellationToken)
    {
        for (IPropertySymbol? twinned = property; twinned is not null; twinned = twinned.OverriddenProperty)
        {
            if (twinned.GetMethod is { } getter && CoroutineShape.FormOf(getter, _known, cancellationToken) == TwinForm.Coroutine)
                return OfCoroutine(getter, receiver, place, cancellationToken);
        }

        return default;
    }

    private UnsaidVerdict OfCoroutine(IMethodSymbol twinned, ITypeSymbol receiver, SyntaxNode place, CancellationToken cancellationToken)
    {
        if (CoroutineShape.FormOf(twinned, _known, cancellationToken) == TwinForm.Sequence)
            return new UnsaidVerdict(null, new CallVerdict.Unpatched(UnpatchedReason.SequenceOutOfLoop, "", KnownToBlock: true));
        if (TwinSignature.CallsOriginalBecause(twinned.OriginalDefinition, _known) is { } because)
            return new UnsaidVerdict(null, new CallVerdict.Unpatched(UnpatchedReason.TwinCallsOriginal, because, KnownToBlock: true));

        string name = CoroutineShape.TwinNameOf(twinned, _known);
        if (Rivals.Find(_model, _known, place.SpanStart, receiver, name, count: 0) is { } rival)
            return UnsaidVerdict.Unfit($"'{rival.ContainingType.Name}.{name}' could be bound in its place");

        return new UnsaidVerdict(new UnsaidTwin(twinned.AssociatedSymbol ?? twinned, $"{twinned.ContainingType.Name}.{name}", "await ", $".{name}()"), null);
    }
}
