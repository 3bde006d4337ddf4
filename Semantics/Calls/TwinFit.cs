using System.Collections.Immutable;
using CoGen.Semantics.Shape;
using Microsoft.CodeAnalysis;

namespace CoGen.Semantics.Calls;

/// <summary>Compares a blocking method with a candidate for its twin, by signature.</summary>
/// <param name="Twin">The candidate, with the type arguments of the original.</param>
/// <param name="Token">The parameter of the twin that takes a token, if it has one.</param>
/// <param name="AddsToken">Whether the original has no such parameter.</param>
/// <param name="SpanParameters">The parameters of the original that become memory: spans and arrays.</param>
/// <param name="Window">Which parameter of the original is an array whose part, given by the next two, becomes memory; or -1.</param>
internal sealed record TwinFit(
    IMethodSymbol Twin, IParameterSymbol? Token, bool AddsToken, ImmutableArray<IParameterSymbol> SpanParameters, int Window = -1)
{
    /// <summary>The parameters of the original that are passed by reference and that the twin takes as such objects, or by value.</summary>
    public ImmutableArray<IParameterSymbol> ByReference { get; init; } = [];

    /// <summary>What the twin takes for <paramref name="parameter"/>.</summary>
    public ParameterForm FormOf(IParameterSymbol parameter)
    {
        if (SpanParameters.Any(p => p.Ordinal == parameter.Ordinal))
            return parameter.Type is IArrayTypeSymbol ? ParameterForm.Same : parameter.IsParams ? ParameterForm.Array : ParameterForm.Memory;
        if (!ByReference.Any(p => p.Ordinal == parameter.Ordinal))
            return ParameterForm.Same;
        return parameter.RefKind is RefKind.Ref or RefKind.Out ? ParameterForm.Reference : ParameterForm.Value;
    }

    /// <summary>The parameters that take a delegate, for which the twin takes one that is awaited.</summary>
    public ImmutableArray<(IParameterSymbol Original, INamedTypeSymbol Async)> Delegates { get; init; } = [];

    /// <summary>Whether the twin yields a base type of what the original returns.</summary>
    public bool IsLessSpecial { get; init; }

    /// <summary>Whether it takes a base type, or an interface, of what the original takes.</summary>
    public bool IsWider { get; init; }

    /// <summary>Whether its values are awaited, and not the call.</summary>
    public bool IsSequence { get; init; }

    /// <summary>The fit, or null and why there is none.</summary>
    public static TwinFit? Of(IMethodSymbol method, IMethodSymbol candidate, KnownTypes known, SpanArguments spans, AsyncLambdas? lambdas, out string mismatch)
    {
        mismatch = "";
        if (IsDiscouraged(candidate) && !known.IsTwin(candidate))
        {
            mismatch = "is obsolete or experimental";
            return null;
        }

        if (candidate.IsStatic != method.IsStatic || Signatures.WithTypeArgumentsOf(candidate, method) is not { } twin)
        {
            mismatch = "is of another kind";
            return null;
        }

        if (Signatures.SequenceFits(method, twin, known))
        {
            if (MatchParameters(method.Parameters, twin, known, spans, lambdas) is { } sequence)
                return sequence with { IsSequence = true };

            mismatch = "takes other parameters";
            return null;
        }

        if (!Awaitables.TryGetResult(twin.ReturnType, out ITypeSymbol? result))
        {
            mismatch = "does not return anything to await";
            return null;
        }

        // The twin of an override with a result of its own yields what the twin that it overrides does.
        bool isLessSpecial = !Signatures.AreEqual(result, method.ReturnType) && known.IsTwin(twin) && Signatures.IsCovariant(method);
        if (!isLessSpecial && !Signatures.AreEqual(result, method.ReturnType))
        {
            mismatch = $"yields {Display(result)}, not {Display(method.ReturnType)}";
            return null;
        }

        if (MatchParameters(method.Parameters, twin, known, spans, lambdas) is { } fit)
            return fit with { IsLessSpecial = isLessSpecial };
        if (MatchWindow(method.Parameters, twin, known, spans, lambdas) is { } windowed)
            return windowed;

        mismatch = "takes other parameters";
        return null;
    }

    /// <summary>
    /// The fit of a method that stands elsewhere than the extension <paramref name="method"/>: one of the receiver's own, or another extension, which takes the
    /// receiver for itself.
    /// </summary>
    /// <param name="method">The extension that is called on a receiver.</param>
    /// <param name="receiver">The type of that.</param>
    /// <param name="candidate">The candidate.</param>
    /// <param name="known">The known types.</param>
    /// <param name="spans">Says which spans become memory.</param>
    public static TwinFit? OfExtension(IMethodSymbol method, ITypeSymbol receiver, IMethodSymbol candidate, KnownTypes known, SpanArguments spans)
    {
        if (IsDiscouraged(candidate) || Signatures.WithTypeArgumentsOf(candidate, method) is not { } twin || !Signatures.ResultFits(method, twin))
            return null;
        if (!twin.IsStatic)
            return MatchParameters(method.Parameters.RemoveAt(0), twin, known, spans, lambdas: null);

        return twin.Parameters is [{ RefKind: RefKind.None, Type: var taken }, ..] && known.Compilation.ClassifyCommonConversion(receiver, taken) is { IsImplicit: true, IsUserDefined: false } conversion &&
            (conversion.IsIdentity || conversion.IsReference)
                ? MatchParameters(method.Parameters.RemoveAt(0), twin, known, spans, lambdas: null, skip: 1)
                : null;
    }

    // (byte[] buffer, int offset, int count) is the old way to say Memory<byte>.
    private static TwinFit? MatchWindow(ImmutableArray<IParameterSymbol> parameters, IMethodSymbol twin, KnownTypes known, SpanArguments spans, AsyncLambdas? lambdas)
    {
        for (int i = 0; i + 2 < parameters.Length; i++)
        {
            if (parameters[i].Type is IArrayTypeSymbol && parameters[i + 1] is { Type.SpecialType: SpecialType.System_Int32, Name: "offset" or "index" or "start" } &&
                parameters[i + 2] is { Type.SpecialType: SpecialType.System_Int32, Name: "count" or "size" or "length" })
            {
                TwinFit? fit = MatchParameters(parameters.RemoveAt(i + 2).RemoveAt(i + 1), twin, known, spans, lambdas);
                return fit is { SpanParameters: [var only] } && SymbolEqualityComparer.Default.Equals(only, parameters[i])
                    ? fit with { Window = i, SpanParameters = [] }
                    : null;
            }
        }

        return null;
    }

    private static TwinFit? MatchParameters(
        ImmutableArray<IParameterSymbol> parameters, IMethodSymbol twin, KnownTypes known, SpanArguments spans, AsyncLambdas? lambdas, int skip = 0)
    {
        int extra = twin.Parameters.Length - skip - parameters.Length;
        if (extra is < 0 or > 1)
            return null;

        int token = -1;
        for (int i = twin.Parameters.Length - 1; i >= 0 && token < 0; i--)
        {
            if (Signatures.AreEqual(twin.Parameters[i].Type, known.CancellationToken))
                token = i;
        }

        if (extra == 1 && token < 0)
            return null;

        ImmutableArray<IParameterSymbol>.Builder spanParameters = ImmutableArray.CreateBuilder<IParameterSymbol>();
        ImmutableArray<IParameterSymbol>.Builder byReference = ImmutableArray.CreateBuilder<IParameterSymbol>();
        List<(IParameterSymbol, INamedTypeSymbol)> delegates = [];
        bool isWider = false;
        for (int i = 0; i < parameters.Length; i++)
        {
            IParameterSymbol original = parameters[i];
            IParameterSymbol other = twin.Parameters[skip + (extra == 1 && skip + i >= token ? i + 1 : i)];
            if (spans.Correspond(original, other))
                spanParameters.Add(original);
            else if (original.RefKind != RefKind.None && other.RefKind == RefKind.None && Signatures.AreEqual(TwinSignature.TypeOf(original, known), other.Type))
                byReference.Add(original);
            else if (original.RefKind == RefKind.None && other.RefKind == RefKind.None && !known.IsEntry(original) && lambdas?.Correspond(original.Type, other.Type) == true)
                delegates.Add((original, (INamedTypeSymbol)other.Type));
            else if (original.RefKind == RefKind.None && other.RefKind == RefKind.None && IsWiderThan(original.Type, other.Type, known))
                isWider = true;
            else if (original.RefKind != other.RefKind || !Signatures.AreEqual(original.Type, other.Type))
                return null;
        }

        return new TwinFit(twin, token < 0 ? null : twin.Parameters[token], extra == 1, spanParameters.ToImmutable())
        {
            ByReference = byReference.ToImmutable(),
            Delegates = [.. delegates],
            IsWider = isWider,
        };
    }

    // What takes any object may well do something else with it.
    private static bool IsWiderThan(ITypeSymbol type, ITypeSymbol other, KnownTypes known) =>
        other.SpecialType != SpecialType.System_Object && !Signatures.AreEqual(type, other) &&
        known.Compilation.ClassifyCommonConversion(type, other) is { IsImplicit: true, IsReference: true, IsUserDefined: false };

    private static bool IsDiscouraged(IMethodSymbol candidate)
    {
        foreach (AttributeData attribute in candidate.GetAttributes())
        {
            if (attribute.AttributeClass?.Name is "ObsoleteAttribute" or "ExperimentalAttribute" or "RequiresPreviewFeaturesAttribute")
                return true;
        }

        return false;
    }

    private static string Display(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat);
}
