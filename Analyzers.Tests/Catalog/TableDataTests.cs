using CoGen.Analyzers.Tests.Harness;
using CoGen.Semantics.Catalog;
using Microsoft.CodeAnalysis;

namespace CoGen.Analyzers.Tests.Catalog;

/// <summary>The tables name members that exist: a misspelt row would simply never match.</summary>
public class TableDataTests
{
    public static TheoryData<string> FrameworkMembers => [.. BlockingCatalog.BlockingRows.Select(row => row.Member)
        .Concat(BlockingCatalog.DeniedRows.Select(row => row.Member))
        .Concat(OtherThreads.Members)
        .Where(IsOfTheFramework)
        .Distinct()];

    [Theory]
    [MemberData(nameof(FrameworkMembers))]
    public void Member_exists_in_the_framework(string member)
    {
        string id = member.Replace("(*)", "");
        bool exists = id != member
            ? OverloadsOf(id).Any()
            : DocumentationCommentId.GetFirstSymbolForDeclarationId(id, FrameworkSymbols.Empty) is not null;

        Assert.True(exists, $"{member} does not exist.");
    }

    [Fact]
    public void Rows_of_a_table_are_distinct()
    {
        Assert.Empty(Repeated(BlockingCatalog.BlockingRows.Select(row => row.Member)));
        Assert.Empty(Repeated(BlockingCatalog.DeniedRows.Select(row => row.Member)));
        Assert.Empty(Repeated(OtherThreads.Members));
    }

    [Fact]
    public void Reasons_are_clauses_that_a_message_can_take_in()
    {
        string[] texts =
        [
            .. BlockingCatalog.BlockingRows.SelectMany(row => new[] { row.WaitsFor, row.Advice }),
            .. BlockingCatalog.DeniedRows.Select(row => row.Because),
        ];

        Assert.All(texts, text =>
        {
            Assert.NotEmpty(text);
            Assert.Equal(text.Trim().TrimEnd('.'), text);
        });
        Assert.All(BlockingCatalog.BlockingRows, row => Assert.True(char.IsUpper(row.Advice[0]), row.Advice));
    }

    private static bool IsOfTheFramework(string member) => member[2..].StartsWith("System.", StringComparison.Ordinal)
        && !member.StartsWith("M:System.Threading.RateLimiting.", StringComparison.Ordinal);

    private static IEnumerable<string> Repeated(IEnumerable<string> members) =>
        members.GroupBy(member => member).Where(group => group.Count() > 1).Select(group => group.Key);

    private static IEnumerable<ISymbol> OverloadsOf(string id)
    {
        int arity = id.IndexOf("``", StringComparison.Ordinal);
        string withoutArity = arity < 0 ? id : id[..arity];
        int dot = withoutArity.LastIndexOf('.');
        string name = withoutArity[(dot + 1)..].Replace("#ctor", ".ctor");
        return FrameworkSymbols.Type(withoutArity[2..dot]).GetMembers(name)
            .Where(member => arity < 0 || member is IMethodSymbol { IsGenericMethod: true });
    }
}
