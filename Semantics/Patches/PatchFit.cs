using System.Collections.Immutable;
using CoGen.Semantics.Calls;
using CoGen.Semantics.Shape;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CoGen.Semantics.Patches;

/// <summary>Compares a member with a method that is to take its place, by signature.</summary>
/// <param name="Method">The method, with the type arguments of the member.</param>
/// <param name="Forms">What it takes for each parameter of the member, without the receiver.</param>
/// <param name="Delegates">The parameters that take a delegate, for which it takes one that is awaited.</param>
public sealed record PatchFit(
    IMethodSymbol Method, ImmutableArray<ParameterForm> Forms, ImmutableArray<(IParameterSymbol Original, INamedTypeSymbol Async)> Delegates)
{
    /// <summary>What it takes for a struct that the member is called on.</summary>
    public ParameterForm ReceiverForm { get; init; }

    /// <summary>Whether what it returns is awaited.</summary>
    public bool IsAwaited { get; init; }

    /// <summary>Whether its values are awaited, and not the call.</summary>
    public bool IsSequence { get; init; }

    /// <summary>Whether it yields just what the member returns; else it can only stand where nobody looks at that.</summary>
    public bool ResultFits { get; init; }

    /// <summary>The ways in which a member can be used.</summary>
    public static IEnumerable<PatchUse> UsesOf(ISymbol member) => member is IPropertySymbol ? [PatchUse.Get, PatchUse.Set] : [PatchUse.Call];

    /// <summary>The fit, or null and why there is none, as the end of a sentence.</summary>
    public static PatchFit? Of(ISymbol member, PatchedMember wanted, IMethodSymbol candidate, KnownTypes known, out string mismatch) =>
        Of(member, wanted, candidate, known, lambdas: null, out mismatch);

    /// <summary>The same, where a delegate may be awaited.</summary>
    internal static PatchFit? Of(ISymbol member, PatchedMember wanted, IMethodSymbol candidate, KnownTypes known, AsyncLambdas? lambdas, out string mismatch)
    {
        if (!candidate.IsStatic)
        {
            mismatch = "is not static";
            return null;
        }

        mismatch = "has other type parameters";
        foreach (IMethodSymbol method in Construct(candidate, wanted))
        {
            if (Match(member, wanted, method, known, lambdas, out mismatch) is { } fit)
                return fit;
        }

        return null;
    }

    private static PatchFit? Match(ISymbol member, PatchedMember wanted, IMethodSymbol method, KnownTypes known, AsyncLambdas? lambdas, out string mismatch)
    {
        if (method.Parameters.Length != wanted.Count)
        {
            mismatch = $"takes {Count(method.Parameters.Length)} in place of {wanted.Count}";
            return null;
        }

        ParameterForm receiverForm = ParameterForm.Same;
        int next = 0;
        if (wanted.Receiver is { } receiver && FormOf(receiver, method.Parameters[next++], known) is var form)
        {
            if (form is null)
            {
                mismatch = $"takes {Display(method.Parameters[0])} in place of {Display(receiver)} to stand for the receiver";
                return null;
            }

            receiverForm = form.Value;
        }

        ImmutableArray<ParameterForm>.Builder forms = ImmutableArray.CreateBuilder<ParameterForm>();
        ImmutableArray<(IParameterSymbol, INamedTypeSymbol)>.Builder delegates = ImmutableArray.CreateBuilder<(IParameterSymbol, INamedTypeSymbol)>();
        foreach (IParameterSymbol parameter in wanted.Parameters)
        {
            IParameterSymbol other = method.Parameters[next++];
            if (FormOf(parameter, other, known) is { } same)
            {
                forms.Add(same);
            }
            else if (parameter.RefKind == RefKind.None && other.RefKind == RefKind.None && lambdas?.Correspond(parameter.Type, other.Type) == true)
            {
                forms.Add(ParameterForm.Same);
                delegates.Add((parameter, (INamedTypeSymbol)other.Type));
            }
            else
            {
                mismatch = $"takes {Display(other)} for '{parameter.Name}', which is {Display(parameter)}";
                return null;
            }
        }

        if (wanted.Value is { } value && !Signatures.AreEqual(method.Parameters[next].Type, value))
        {
            mismatch = $"takes {Display(method.Parameters[next])} for the value, which is {Display(value)}";
            return null;
        }

        mismatch = "";
        return ToFit(member, wanted, method, known) with { Forms = forms.ToImmutable(), Delegates = delegates.ToImmutable(), ReceiverForm = receiverForm };
    }

    private static PatchFit ToFit(ISymbol member, PatchedMember wanted, IMethodSymbol method, KnownTypes known)
    {
        PatchFit fit = new(method, [], []);
        if (member is IMethodSymbol original && Signatures.SequenceFits(original, method, known))
            return fit with { IsSequence = true, ResultFits = true };
        if (wanted.Result is null ? method.ReturnsVoid : Signatures.AreEqual(method.ReturnType, wanted.Result))
            return fit with { ResultFits = true };
        if (!Awaitables.TryGetResult(method.ReturnType, out ITypeSymbol? result))
            return fit;

        return fit with { IsAwaited = true, ResultFits = wanted.Result is null || Signatures.AreEqual(result, wanted.Result) };
    }

    // Generic by the type and the method, or by the method alone for one closed type.
    private static IEnumerable<IMethodSymbol> Construct(IMethodSymbol candidate, PatchedMember wanted)
    {
        if (candidate.Arity == 0)
            yield return candidate;
        else if (candidate.Arity == wanted.TypeArguments.Length)
            yield return candidate.ConstructedFrom.Construct([.. wanted.TypeArguments]);
        if (candidate.Arity > 0 && candidate.Arity == wanted.OwnArity && wanted.OwnArity != wanted.TypeArguments.Length)
            yield return candidate.ConstructedFrom.Construct([.. wanted.TypeArguments.Skip(wanted.TypeArguments.Length - wanted.OwnArity)]);
    }

    private static ParameterForm? FormOf(ITypeSymbol receiver, IParameterSymbol other, KnownTypes known)
    {
        if (other.RefKind is RefKind.None or RefKind.In && known.Compilation.ClassifyConversion(receiver, other.Type) is { IsImplicit: true, IsUserDefined: false } conversion &&
            (conversion.IsIdentity || conversion.IsReference || conversion.IsBoxing))
        {
            return ParameterForm.Same;
        }

        return receiver.IsValueType && other.RefKind == RefKind.None && IsReferenceTo(receiver, other.Type, known) ? ParameterForm.Reference : null;
    }

    private static ParameterForm? FormOf(IParameterSymbol parameter, IParameterSymbol other, KnownTypes known)
    {
        if (parameter.RefKind == other.RefKind && Signatures.AreEqual(parameter.Type, other.Type))
            return ParameterForm.Same;
        if (other.RefKind != RefKind.None)
            return null;

        return parameter.RefKind switch
        {
            RefKind.Ref or RefKind.Out => IsReferenceTo(parameter.Type, other.Type, known) ? ParameterForm.Reference : null,
            RefKind.None => TwinSignature.FormOf(parameter, known) is var form and (ParameterForm.Memory or ParameterForm.Array) &&
                Signatures.AreEqual(TwinSignature.TypeOf(parameter, known), other.Type) ? form : null,
            _ => Signatures.AreEqual(parameter.Type, other.Type) ? ParameterForm.Value : null,
        };
    }

    private static bool IsReferenceTo(ITypeSymbol type, ITypeSymbol other, KnownTypes known) =>
        known.RefOfT is { } reference && !type.IsRefLikeType && Signatures.AreEqual(other, reference.Construct(type));

    private static string Count(int parameters) => parameters == 1 ? "1 parameter" : $"{parameters} parameters";

    private static string Display(IParameterSymbol parameter) => (parameter.RefKind switch
    {
        RefKind.Ref => "ref ",
        RefKind.Out => "out ",
        RefKind.None => "",
        _ => "in ",
    }) + Display(parameter.Type);

    private static string Display(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat);
}
