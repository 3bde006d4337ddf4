using Microsoft.CodeAnalysis;

namespace CoGen.Semantics.Catalog;

/// <summary>The types of the framework whose <c>DisposeAsync</c> is one of its own. The facts are in <c>dispose.tsv</c>.</summary>
public static class RealDisposals
{
    private static readonly Lazy<MemberTable<string>> s_types = new(Load, LazyThreadSafetyMode.ExecutionAndPublication);

    /// <summary>All types of the table, as documentation ids, each with what its <c>DisposeAsync</c> does, as a clause.</summary>
    public static IEnumerable<(string Type, string Because)> Rows => TsvResource.Read("dispose.tsv", columns: 2).Select(static cells => (cells[0], cells[1]));

    /// <summary>All types of the table.</summary>
    public static IEnumerable<string> Types => Rows.Select(static row => row.Type);

    /// <summary>Whether <paramref name="type"/> itself stands in the table.</summary>
    public static bool Contains(ITypeSymbol type) => s_types.Value.Find(type) is not null;

    private static MemberTable<string> Load()
    {
        MemberTable<string> table = new();
        foreach (string type in Types)
        {
            table.Add(type, type);
        }

        return table;
    }
}
