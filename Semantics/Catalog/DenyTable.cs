using Microsoft.CodeAnalysis;

namespace CoGen.Semantics.Catalog;

/// <summary><c>deny.tsv</c>, found by member, by the type it is used on, or by the property that gave the receiver.</summary>
internal sealed class DenyTable
{
    private readonly MemberTable<DeniedEntry> _members = new();
    private readonly MemberTable<DeniedEntry> _types = new();
    private readonly MemberTable<DeniedEntry> _sources = new();

    public static IEnumerable<DeniedEntry> Rows
    {
        get
        {
            foreach (string[] cells in TsvResource.Read("deny.tsv", columns: 4))
            {
                yield return DeniedEntry.Parse(cells);
            }
        }
    }

    public static DenyTable Load()
    {
        DenyTable table = new();
        foreach (DeniedEntry row in Rows)
        {
            table.TableOf(row.Member).Add(row.Member, row);
        }

        return table;
    }

    /// <summary>What is nearest to the call wins: the source of the receiver, then the member, then the receiver's type, then the one that declares the member: an extension's.</summary>
    public DeniedEntry? Find(ISymbol member, ITypeSymbol? receiver, ISymbol? source) =>
        (source is null ? null : _sources.Find(source))
        ?? _members.Find(member)
        ?? FindType(receiver)
        ?? FindType(member.ContainingType);

    private DeniedEntry? FindType(ITypeSymbol? type)
    {
        for (ITypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (_types.Find(current) is DeniedEntry row)
            {
                return row;
            }
        }

        return null;
    }

    private MemberTable<DeniedEntry> TableOf(string member) => member[0] switch
    {
        'T' => _types,
        'P' => _sources,
        'M' => _members,
        _ => throw new InvalidOperationException($"'{member}' is no documentation id of a type, property or method."),
    };
}
