using CoGen.Analyzers.Tests.Harness.Corpus;
using CoGen.Semantics;

namespace CoGen.Analyzers.Tests;

/// <summary>The analyzers of others over the same snippets: whatever they find that blocks is found here, and no harmless snippet is reported.</summary>
/// <remarks>With <c>COGEN_WRITE_PAGE=1</c> the page is written.</remarks>
public class ComparisonTests(ITestOutputHelper output)
{
    private static readonly Snippet[] s_snippets = [.. CorpusFile.All.SelectMany(static file => file.Snippets)];

    private static readonly Lazy<Task<PeerFindings>> s_theirs = new(static () => PeerFindings.InAsync(s_snippets, CancellationToken.None));

    [Fact]
    public async Task What_others_find_is_swapped_or_reported_on_the_same_line()
    {
        OurFindings ours = await OurFindings.InCorpus;
        PeerFindings theirs = await s_theirs.Value;

        IEnumerable<string> missed = s_snippets
            .Where(static snippet => snippet.Label != SnippetLabel.Quiet)
            .SelectMany(snippet => Peer.All.SelectMany(peer => theirs.In(snippet, peer)
                .Except(snippet.LinesOf(ours.In(snippet)))
                .Where(_ => !IsRefusedAsAWhole(snippet, ours))
                .Select(line => $"{peer.Name} reports {snippet.Place}: {snippet.Text.Split('\n')[line].Trim()}")));

        Assert.True(!missed.Any(), string.Join('\n', missed));
    }

    // Then the one diagnostic is about all calls in the method.
    private static bool IsRefusedAsAWhole(Snippet snippet, OurFindings ours) =>
        ours.In(snippet).Any(static mark => mark.Id is DiagnosticIds.BodyNotRepeatable || mark.Id.StartsWith("CG0", StringComparison.Ordinal));

    [Fact]
    public async Task No_harmless_snippet_is_reported()
    {
        OurFindings ours = await OurFindings.InCorpus;

        Assert.Equal([], s_snippets
            .Where(static snippet => snippet.Label == SnippetLabel.Quiet)
            .Where(snippet => ours.In(snippet).Any(static mark => mark.Id is not Mark.Swap))
            .Select(static snippet => snippet.Place));
    }

    [Fact]
    public void The_corpus_is_large_enough_to_measure_by()
    {
        Assert.True(s_snippets.Count(static snippet => snippet.Label == SnippetLabel.Flag) >= 300);
        Assert.True(s_snippets.Count(static snippet => snippet.Label == SnippetLabel.Quiet) >= 300);
    }

    [Fact]
    public async Task The_page_says_what_was_found()
    {
        string page = ComparisonPage.Write(s_snippets, await OurFindings.InCorpus, await s_theirs.Value);
        output.WriteLine(page);
        if (Environment.GetEnvironmentVariable("COGEN_WRITE_PAGE") is "1")
            await File.WriteAllTextAsync(ComparisonPage.Path, page, TestContext.Current.CancellationToken);

        Assert.Equal(page, (await File.ReadAllTextAsync(ComparisonPage.Path, TestContext.Current.CancellationToken)).ReplaceLineEndings("\n"));
    }
}
