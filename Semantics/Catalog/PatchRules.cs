using System.Collections.Immutable;
using CoGen.Semantics.Patches;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CoGen.Semantics.Catalog;

/// <summary>All rules of a compilation: those of the project, then those of the packages it refers to, then ours.</summary>
public sealed class PatchRules
{
    private readonly ImmutableArray<RuleLayer> _layers;
    private readonly Func<ISymbol, PatchUse?, IMethodSymbol, bool> _fits;

    internal PatchRules(ImmutableArray<RuleLayer> layers, Func<ISymbol, PatchUse?, IMethodSymbol, bool> fits)
    {
        _layers = [.. layers.Where(static l => !l.IsEmpty)];
        _fits = fits;
    }

    /// <summary>Our rules alone.</summary>
    public static PatchRules BuiltIn { get; } = new([], static (_, _, _) => false);

    /// <summary>Whether any rule is about an operator.</summary>
    public bool HasOperators => _layers.Any(static l => l.HasOperators);

    /// <summary>Whether any rule is about a property called <paramref name="name"/>.</summary>
    public bool AreAboutProperty(string name) => PatchTable.Rules.PropertyNames.Contains(name) || _layers.Any(l => l.PropertyNames.Contains(name));

    /// <summary>The rule for a member, or null. A type that never blocks needs none of ours.</summary>
    /// <param name="member">The method, constructor or property.</param>
    /// <param name="receiver">The static type that the member is used on, when that is known and differs from the declaring type.</param>
    /// <param name="use">How it is used; null for any way.</param>
    public PatchRule? Find(ISymbol member, ITypeSymbol? receiver = null, PatchUse? use = null) => OfUser(member, receiver, use) ?? (
        BuiltInOf(member, receiver) is { } rule && ConventionExclusions.Find(member, receiver) is not { Rule: DenyRule.Harmless } ? rule : null);

    /// <summary>Like <see cref="Find(ISymbol, ITypeSymbol?, PatchUse?)"/>, for one call, whose receiver may never block.</summary>
    public PatchRule? Find(IInvocationOperation call) => OfUser(call.TargetMethod, call.Instance?.Type, PatchUse.Call) ?? (
        BuiltInOf(call.TargetMethod, call.Instance?.Type) is { } rule && ConventionExclusions.Find(call) is not { Rule: DenyRule.Harmless } ? rule : null);

    /// <summary>The rule, if the member as it is blocks.</summary>
    /// <param name="member">The method, constructor or property.</param>
    /// <param name="receiver">The static type that the member is used on, when that is known and differs from the declaring type.</param>
    public PatchRule? FindBlocking(ISymbol member, ITypeSymbol? receiver = null) => Find(member, receiver) is { Blocks: true } rule ? rule : null;

    /// <summary>Like <see cref="FindBlocking(ISymbol, ITypeSymbol?)"/>, for one call: a wait with a time-out of zero only asks.</summary>
    public PatchRule? FindBlocking(IInvocationOperation call) => Find(call) is { Blocks: true } rule && !ZeroTimeout.IsIn(call) ? rule : null;

    /// <summary>Whether a user wants the member left alone, blocking or not.</summary>
    public bool AreAgainst(ISymbol member, ITypeSymbol? receiver) => OfUser(member, receiver, null) is { Action: PatchAction.Leave };

    private PatchRule? OfUser(ISymbol member, ITypeSymbol? receiver, PatchUse? use)
    {
        foreach (RuleLayer layer in _layers)
        {
            if (layer.Find(member, receiver, rule => rule.Methods.IsEmpty || rule.Methods.Any(m => _fits(member, use, m))) is { } rule)
                return rule;
        }

        return null;
    }

    private static PatchRule? BuiltInOf(ISymbol member, ITypeSymbol? receiver) => PatchTable.Rules.Find(member, receiver, static _ => true);
}
