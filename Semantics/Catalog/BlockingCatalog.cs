using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CoGen.Semantics.Catalog;

/// <summary>
/// What is known of members that CoGen cannot or must not swap: the known-blocking ones without a twin, and those that the naming
/// convention would get wrong. The facts are data, in the tables beside this file.
/// </summary>
public static class BlockingCatalog
{
    private static readonly Lazy<MemberTable<BlockingEntry>> s_blocking =
        new(LoadBlocking, LazyThreadSafetyMode.ExecutionAndPublication);

    private static readonly Lazy<DenyTable> s_denied =
        new(DenyTable.Load, LazyThreadSafetyMode.ExecutionAndPublication);

    /// <summary>All rows of <c>blocking.tsv</c>, in its order.</summary>
    public static IEnumerable<BlockingEntry> BlockingRows
    {
        get
        {
            foreach (string[] cells in TsvResource.Read("blocking.tsv", columns: 5))
            {
                yield return BlockingEntry.Parse(cells);
            }
        }
    }

    /// <summary>All rows of <c>deny.tsv</c>, in its order.</summary>
    public static IEnumerable<DeniedEntry> DeniedRows => DenyTable.Rows;

    /// <summary>
    /// Whether a member is known to block without having a twin. A member that overrides a known one is known too, unless its type
    /// is one that never blocks.
    /// </summary>
    /// <param name="member">The method, constructor or property.</param>
    /// <param name="receiver">The static type that the member is used on, when that is known and differs from the declaring type.</param>
    public static BlockingEntry? FindBlocking(ISymbol member, ITypeSymbol? receiver = null) =>
        s_blocking.Value.Find(member) is BlockingEntry row
        && s_denied.Value.Find(member, receiver, source: null) is not { Rule: DenyRule.Harmless }
            ? row
            : null;

    /// <summary>Like <see cref="FindBlocking(ISymbol, ITypeSymbol?)"/>, for one call: a wait with a time-out of zero only asks.</summary>
    public static BlockingEntry? FindBlocking(IInvocationOperation call) =>
        s_blocking.Value.Find(call.TargetMethod) is BlockingEntry row
        && FindDenied(call) is not { Rule: DenyRule.Harmless }
        && !ZeroTimeout.IsIn(call)
            ? row
            : null;

    /// <summary>Whether the naming convention must leave a member alone.</summary>
    /// <param name="member">The method.</param>
    /// <param name="receiver">The static type that the member is used on, when that is known and differs from the declaring type.</param>
    public static DeniedEntry? FindDenied(ISymbol member, ITypeSymbol? receiver = null) =>
        s_denied.Value.Find(member, receiver, source: null) is { Rule: not DenyRule.Swap } row ? row : null;

    /// <summary>Like <see cref="FindDenied(ISymbol, ITypeSymbol?)"/>, for one call, whose receiver may be denied as well.</summary>
    public static DeniedEntry? FindDenied(IInvocationOperation call)
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

    /// <summary>Like <see cref="FindDenied(ISymbol, ITypeSymbol?)"/>, giving the reason alone.</summary>
    public static bool IsDenied(IMethodSymbol method, ITypeSymbol? receiverType, [NotNullWhen(true)] out string? reason)
    {
        reason = FindDenied(method, receiverType)?.Because;
        return reason is not null;
    }

    private static MemberTable<BlockingEntry> LoadBlocking()
    {
        MemberTable<BlockingEntry> table = new();
        foreach (BlockingEntry row in BlockingRows)
        {
            table.Add(row.Member, row);
        }

        return table;
    }
}
