using Microsoft.CodeAnalysis;

namespace CoGen.Semantics.Catalog;

/// <summary>Rules of one source, found by what they are about: a member, all of a type, all of an assembly.</summary>
internal sealed class RuleLayer
{
    private readonly MemberTable<PatchRule> _members = new();
    private readonly MemberTable<PatchRule> _types = new();
    private readonly Dictionary<string, PatchRule> _assemblies = new(StringComparer.OrdinalIgnoreCase);

    public RuleLayer(IEnumerable<PatchRule> rules)
    {
        foreach (PatchRule rule in rules)
        {
            IsEmpty = false;
            switch (rule.Member[0])
            {
                case 'A':
                    _assemblies[rule.Member.Substring(2)] = rule;
                    break;
                case 'T':
                    _types.Add(rule.Member, rule);
                    break;
                default:
                    HasOperators |= rule.Member.Contains(".op_");
                    if (rule.Member[0] == 'P')
                        PropertyNames.Add(new MemberPattern(rule.Member).Name);
                    _members.Add(rule.Member, rule);
                    break;
            }
        }
    }

    public bool IsEmpty { get; } = true;

    public bool HasOperators { get; }

    /// <summary>The names of the properties that a rule is about.</summary>
    public HashSet<string> PropertyNames { get; } = [];

    /// <summary>The nearest rule for a member: its own, then one for the type that it is used on, then for the assembly.</summary>
    public PatchRule? Find(ISymbol member, ITypeSymbol? receiver, Func<PatchRule, bool> applies) =>
        IsEmpty ? null : _members.Find(member, applies) ?? FindType(member, receiver) ?? FindAssembly(member, receiver);

    // What every object has, and what only reads or writes a value, is not what a whole type is about.
    private PatchRule? FindType(ISymbol member, ITypeSymbol? receiver)
    {
        if (_types.IsEmpty || member.ContainingType is not { SpecialType: not SpecialType.System_Object } container)
            return null;

        for (ITypeSymbol? current = receiver ?? container; current is not null; current = current.BaseType)
        {
            if (_types.Find(current, static _ => true) is { } rule)
                return Narrow(rule, member);
        }

        return null;
    }

    private PatchRule? FindAssembly(ISymbol member, ITypeSymbol? receiver)
    {
        if (_assemblies.Count == 0)
            return null;

        PatchRule? rule = null;
        return (receiver?.ContainingAssembly is { } assembly && _assemblies.TryGetValue(assembly.Name, out rule)) ||
            (member.ContainingAssembly is { } declaring && _assemblies.TryGetValue(declaring.Name, out rule)) ? Narrow(rule!, member) : null;
    }

    private static PatchRule? Narrow(PatchRule rule, ISymbol member) => rule.Action == PatchAction.Leave || member is IMethodSymbol ? rule : null;
}
