using Microsoft.CodeAnalysis;

namespace CoGen.Semantics.Catalog;

/// <summary>
/// What runs a delegate where no coroutine waits for it. Blocking in such a delegate is how one moves work out of the way, and
/// nothing to speak of. The facts are in <c>elsewhere.tsv</c>.
/// </summary>
public static class OtherThreads
{
    private static readonly Lazy<MemberTable<string>> s_members = new(Load, LazyThreadSafetyMode.ExecutionAndPublication);

    /// <summary>All members of the table.</summary>
    public static IEnumerable<string> Members => TsvResource.Read("elsewhere.tsv", columns: 2).Select(static cells => cells[0]);

    /// <summary>Whether the delegate that is given to a parameter of this method or constructor runs elsewhere.</summary>
    public static bool Run(ISymbol method) => s_members.Value.Find(method) is not null;

    /// <summary>The same, where a call that runs on another thread takes its delegates there.</summary>
    public static bool Run(ISymbol method, KnownTypes known) => Run(method) || known.Rules.Find(method) is { Action: PatchAction.Offload };

    private static MemberTable<string> Load()
    {
        MemberTable<string> table = new();
        foreach (string member in Members)
        {
            table.Add(member, member);
        }

        return table;
    }
}
