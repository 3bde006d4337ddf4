using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CoGen.Semantics.Catalog;

/// <summary>What the naming convention would get wrong. The facts are in <c>deny.tsv</c>.</summary>
public static class ConventionExclusions
{
    private static readonly Lazy<DenyTable> s_denied = new(DenyTable.Load, LazyThreadSafetyMode.ExecutionAndPublication);

    /// <summary>All rows of the table, in its order.</summary>
    public static IEnumerable<DeniedEntry> Rows => DenyTable.Rows;

    /// <summary>Whether the naming convention must leave a member alone.</summary>
    /// <param name="member">The method.</param>
    /// <param name="receiver">The static type that the member is used on, when that is known and differs from the declaring type.</param>
    public static DeniedEntry? Find(ISymbol member, ITypeSymbol? receiver = null) =>
        s_denied.Value.Find(member, receiver, source: null) is { Rule: not DenyRule.Swap } row ? row : null;

    /// <summary>Like <see cref="Find(ISymbol, ITypeSymbol?)"/>, for one call, whose receiver may be denied as well.</summary>
    public static DeniedEntry? Find(IInvocationOperation call)
    {
        IOperation? receiver = call.Instance;
        if (receiver is null && call.TargetMethod.IsExtensionMethod && call.Arguments.Length > 0)
        {
            receiver = call.Arguments[0].Value;
        }

        while (receiver is IConversionOperation { IsImplicit: true } conversion)
        {
            receiver = conversion.Operand;
        }

        ISymbol? source = receiver is IPropertyReferenceOperation property ? property.Property : null;
        return s_denied.Value.Find(call.TargetMethod, receiver?.Type, source) is { Rule: not DenyRule.Swap } row ? row : null;
    }

    /// <summary>Like <see cref="Find(ISymbol, ITypeSymbol?)"/>, giving the reason alone.</summary>
    public static bool Excludes(IMethodSymbol method, ITypeSymbol? receiverType, [NotNullWhen(true)] out string? reason)
    {
        reason = Find(method, receiverType)?.Because;
        return reason is not null;
    }
}
