using CoGen.Analyzers.Tests.Harness;
using CoGen.Semantics.Catalog;
using Microsoft.CodeAnalysis;

namespace CoGen.Analyzers.Tests.Catalog;

/// <summary>The tables name members that exist: a misspelt row would simply never match.</summary>
public class TableDataTests
{
    public static TheoryData<string> FrameworkMembers => [.. PatchTable.Rows.Select(row => row.Member)
        .Concat(ConventionExclusions.Rows.Select(row => row.Member))
        .Concat(OtherThreads.Members)
        .Concat(RealDisposals.Types)
        .Where(IsOfTheFramework)
        .Distinct()];

    private static readonly PatchRule[] s_staying = [.. PatchTable.Rows.Where(row => row.Action is PatchAction.Warn or PatchAction.Hint)];

    [Theory]
    [MemberData(nameof(FrameworkMembers))]
    public void Member_exists_in_the_framework(string member)
    {
        MemberPattern pattern = new(member);
        bool exists = member.EndsWith("*)", StringComparison.Ordinal)
            ? MembersOf(member).Any(candidate => candidate.GetDocumentationCommentId() is string id && pattern.Matches(id))
            : DocumentationCommentId.GetFirstSymbolForDeclarationId(member, FrameworkSymbols.Empty) is not null;

        Assert.True(exists, $"{member} does not exist.");
    }

    [Fact]
    public void Rows_of_a_table_are_distinct()
    {
        Assert.Empty(Repeated(PatchTable.Rows.Select(row => row.Member)));
        Assert.Empty(Repeated(ConventionExclusions.Rows.Select(row => row.Member)));
        Assert.Empty(Repeated(OtherThreads.Members));
    }

    [Fact]
    public void Reasons_are_clauses_that_a_message_can_take_in()
    {
        string[] texts =
        [
            .. PatchTable.Rows.Select(row => row.Because),
            .. s_staying.Select(row => row.Advice),
            .. ConventionExclusions.Rows.Select(row => row.Because),
        ];

        Assert.All(texts, text =>
        {
            Assert.NotEmpty(text);
            Assert.Equal(text.Trim().TrimEnd('.'), text);
        });
        Assert.All(s_staying, row => Assert.True(char.IsUpper(row.Advice[0]), row.Advice));
    }

    private static bool IsOfTheFramework(string member) => member[2..].StartsWith("System.", StringComparison.Ordinal)
        && !member.StartsWith("M:System.Threading.RateLimiting.", StringComparison.Ordinal);

    private static IEnumerable<string> Repeated(IEnumerable<string> members) =>
        members.GroupBy(member => member).Where(group => group.Count() > 1).Select(group => group.Key);

    private static IEnumerable<ISymbol> MembersOf(string member)
    {
        string name = member[..member.IndexOf('(')];
        return FrameworkSymbols.Type(name[2..name.LastIndexOf('.')]).GetMembers();
    }
}
