using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using CoGen.Generator.Tests.Harness;

namespace CoGen.Generator.Tests;

/// <summary>
/// What becomes of each member of the frameworks that has a namesake with <c>Async</c> behind its name: a row of a table in <c>Data/</c> names the member, what becomes of
/// a call of it, and why. Three tables: pairs that must not be swapped without a thought, pairs that are swapped, and mere namesakes.
/// </summary>
public class PairTests
{
    private static readonly ConcurrentDictionary<string, Lazy<PairCalls>> s_calls = new();

    public static TheoryData<string, string, string> Rows
    {
        get
        {
            TheoryData<string, string, string> rows = [];
            foreach (string table in Tables)
            {
                foreach (string[] cells in Read(table))
                    rows.Add(table, cells[0], cells[1]);
            }

            return rows;
        }
    }

    private static string[] Tables => ["unsafe-pairs", "pairs", "namesakes"];

    [Theory]
    [MemberData(nameof(Rows))]
    public void Each_call_becomes_what_the_tables_say(string table, string member, string becomes) =>
        Assert.Equal(becomes, s_calls.GetOrAdd(table, static t => new Lazy<PairCalls>(() => new PairCalls([.. Read(t).Select(static cells => cells[0])]))).Value.Becomes(member));

    [Fact]
    public void Each_row_stands_once_and_says_why()
    {
        string[][] rows = [.. Tables.SelectMany(Read)];
        Assert.All(rows, static cells => Assert.True(cells.Length == 3 && cells[2].Length > 0, cells[0]));
        Assert.Equal(rows.Length, rows.Select(static cells => cells[0]).Distinct().Count());
    }

    private static IEnumerable<string[]> Read(string table) => File.ReadLines(Path.Combine(Folder(), table + ".tsv"))
        .Where(static line => line.Length > 0 && line[0] != '#').Select(static line => line.Split('\t'));

    private static string Folder([CallerFilePath] string file = "") => Path.Combine(Path.GetDirectoryName(file)!, "Data");
}
