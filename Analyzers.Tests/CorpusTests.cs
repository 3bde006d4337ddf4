using CoGen.Analyzers.Tests.Harness.Corpus;

namespace CoGen.Analyzers.Tests;

/// <summary>All analyzers together report just what the labels of the corpus say, at just those places.</summary>
/// <remarks>With <c>COGEN_WRITE_MARKS=1</c> the marks are written into the files, for the eye that reads the difference; a label is never written.</remarks>
public class CorpusTests
{
    public static TheoryData<string> Files => [.. CorpusFile.All.Select(static file => file.Name)];

    [Fact]
    public async Task It_compiles_and_no_analyzer_fails()
    {
        OurFindings findings = await OurFindings.InCorpus;
        Assert.True(findings.Failures.Count == 0, string.Join('\n', findings.Failures));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Each_snippet_is_reported_where_it_is_marked_and_nowhere_else(string name)
    {
        CorpusFile file = CorpusFile.All.Single(file => file.Name == name);
        OurFindings findings = await OurFindings.InCorpus;
        if (Environment.GetEnvironmentVariable("COGEN_WRITE_MARKS") == "1")
            await File.WriteAllTextAsync(file.Path, file.With(findings.In), TestContext.Current.CancellationToken);

        string[] wrong =
        [
            .. file.Snippets
                .Where(snippet => !snippet.Obeys(findings.In(snippet)) || !snippet.Marks.SequenceEqual(findings.In(snippet)))
                .Select(snippet => $"{snippet.Place} is\n{snippet.Header}\n{Mark.Write(snippet.Text, findings.In(snippet))}"),
        ];
        Assert.True(wrong.Length == 0, string.Join('\n', wrong));
    }

    [Fact]
    public void Each_file_has_the_form_that_is_written() => Assert.All(
        CorpusFile.All, static file => Assert.Equal(File.ReadAllText(file.Path).ReplaceLineEndings("\n"), file.With(static snippet => snippet.Marks)));

    [Fact]
    public void Each_member_of_the_table_is_called()
    {
        IEnumerable<(string Type, string Member)> missing = File.ReadLines(Path.Combine(CorpusFile.Folder, "members.tsv"))
            .Where(static line => !line.StartsWith('#'))
            .Select(static line => line.Split('\t'))
            .Select(static cells => (cells[0], cells[1]))
            .Except(CorpusFile.All.SelectMany(static file => file.Snippets).CalledMembers(TestContext.Current.CancellationToken));

        Assert.Equal([], missing);
    }

    [Fact]
    public void No_snippet_is_there_twice()
    {
        IEnumerable<string> twice = CorpusFile.All
            .SelectMany(static file => file.Snippets)
            .GroupBy(static snippet => (snippet.Form, snippet.Parameters, snippet.Text))
            .Where(static same => same.Count() > 1)
            .Select(static same => string.Join(", ", same.Select(static snippet => snippet.Place)));

        Assert.Equal([], twice);
    }
}
