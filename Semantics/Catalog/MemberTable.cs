using Microsoft.CodeAnalysis;

namespace CoGen.Semantics.Catalog;

/// <summary>
/// Rows that are found by symbol. Most symbols of a program are in no table, so the index is by the bare name, which costs nothing
/// to ask; the documentation id is made only for a symbol whose name stands in the table.
/// </summary>
internal sealed class MemberTable<TRow>
    where TRow : class
{
    private readonly Dictionary<string, List<(MemberPattern Pattern, TRow Row)>> _rows = new();

    public bool IsEmpty => _rows.Count == 0;

    public void Add(string member, TRow row)
    {
        MemberPattern pattern = new(member);
        if (!_rows.TryGetValue(pattern.Name, out List<(MemberPattern Pattern, TRow Row)>? sameName))
        {
            _rows.Add(pattern.Name, sameName = []);
        }

        sameName.Insert(pattern.IsExact ? sameName.TakeWhile(static r => r.Pattern.IsExact).Count() : sameName.Count, (pattern, row));
    }

    /// <summary>The row for a member, or for the member that it overrides. One for the member alone wins over one for several.</summary>
    public TRow? Find(ISymbol member) => Find(member, static _ => true);

    /// <summary>The same, among the rows that apply.</summary>
    public TRow? Find(ISymbol member, Func<TRow, bool> applies)
    {
        if (!_rows.TryGetValue(MemberPattern.NameOf(member), out List<(MemberPattern Pattern, TRow Row)>? sameName))
        {
            return null;
        }

        for (ISymbol? current = Definition(member); current is not null; current = Overridden(current))
        {
            string? id = current.GetDocumentationCommentId();
            foreach ((MemberPattern pattern, TRow row) in sameName)
            {
                if (id is not null && pattern.Matches(id) && applies(row))
                {
                    return row;
                }
            }
        }

        return null;
    }

    private static ISymbol Definition(ISymbol member) =>
        member is IMethodSymbol { ReducedFrom: IMethodSymbol extension } ? extension.OriginalDefinition : member.OriginalDefinition;

    private static ISymbol? Overridden(ISymbol member) => member switch
    {
        IMethodSymbol method => method.OverriddenMethod?.OriginalDefinition,
        IPropertySymbol property => property.OverriddenProperty?.OriginalDefinition,
        _ => null,
    };
}
