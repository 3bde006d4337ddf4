using System.Globalization;
using System.Text;

namespace CoGen.Analyzers.Tests.Harness.Corpus;

/// <summary>What <c>docs/rules/comparison.md</c> says: how many snippets of each area and each rule are found by whom.</summary>
internal static class ComparisonPage
{
    public static string Path { get; } = System.IO.Path.Combine(RuleCatalogTests.Repository, "docs", "rules", "comparison.md");

    public static string Write(Snippet[] snippets, OurFindings ours, PeerFindings theirs)
    {
        Snippet[] blocking = [.. snippets.Where(static snippet => snippet.Label != SnippetLabel.Quiet)];
        Snippet[] quiet = [.. snippets.Where(static snippet => snippet.Label == SnippetLabel.Quiet)];

        StringBuilder page = new();
        page.Append(CultureInfo.InvariantCulture, $"""
            # Side by side

            What the analyzer, and four others, find in [the corpus](../../Analyzers.Tests/Corpus/README.md) of {snippets.Length} labelled snippets. This page is written by
            `ComparisonTests`, which runs all of them.

            The others look at async methods: they are given each snippet as the body of an `async Task` method, and where that does not compile ({theirs.WithoutAsyncForm} snippets), as it is.
            {string.Join("; ", Peer.All.Select(static peer => $"{peer.Name} is {string.Join(" and ", peer.Rules)} of {peer.Version}"))}. Rules that are off by default are on.

            ## Found

            A snippet counts as found where the analyzer reports on a line on which something blocks. CoGen *swaps* most calls; what it *reports* is the rest.

            | Area | Snippets | Swapped | Reported | {string.Join(" | ", Peer.All.Select(static peer => peer.Name))} |
            |---|---|---|---|{string.Concat(Peer.All.Select(static _ => "---|"))}

            """);
        foreach (IGrouping<string, Snippet> area in blocking.GroupBy(static snippet => snippet.Area))
            Row(area.Key, [.. area]);
        Row("**all**", blocking);

        page.Append(CultureInfo.InvariantCulture, $"""

            ## Found, by rule

            | Rule | Snippets | {string.Join(" | ", Peer.All.Select(static peer => peer.Name))} |
            |---|---|{string.Concat(Peer.All.Select(static _ => "---|"))}

            """);
        foreach (IGrouping<string, (string Rule, Snippet Snippet)> rule in blocking
            .SelectMany(snippet => ours.In(snippet).Select(static mark => mark.Id).Where(static id => id is not Mark.Swap).Distinct().Select(id => (Rule: id, Snippet: snippet)))
            .GroupBy(static pair => pair.Rule)
            .OrderBy(static rule => rule.Key, StringComparer.Ordinal))
        {
            Snippet[] flagged = [.. rule.Select(static pair => pair.Snippet)];
            page.Append(CultureInfo.InvariantCulture, $"| [{rule.Key}]({rule.Key}.md) | {flagged.Length} | {string.Join(" | ", Peer.All.Select(peer => Found(flagged, peer)))} |\n");
        }

        page.Append(CultureInfo.InvariantCulture, $"""

            ## False alarms

            Snippets in which nothing blocks, or only where it does no harm.

            | Area | Snippets | CoGen | {string.Join(" | ", Peer.All.Select(static peer => peer.Name))} |
            |---|---|---|{string.Concat(Peer.All.Select(static _ => "---|"))}

            """);
        foreach (IGrouping<string, Snippet> area in quiet.GroupBy(static snippet => snippet.Area))
            QuietRow(area.Key, [.. area]);
        QuietRow("**all**", quiet);
        return page.ToString();

        void Row(string name, Snippet[] those) => page.Append(
            CultureInfo.InvariantCulture,
            $"| {name} | {those.Length} | {those.Count(static snippet => snippet.Label == SnippetLabel.Swap)} | {those.Count(static snippet => snippet.Label == SnippetLabel.Flag)} | {string.Join(" | ", Peer.All.Select(peer => Found(those, peer)))} |\n");

        int Found(Snippet[] those, Peer peer) => those.Count(snippet => theirs.In(snippet, peer).Intersect(snippet.LinesOf(ours.In(snippet))).Any());

        void QuietRow(string name, Snippet[] those) => page.Append(
            CultureInfo.InvariantCulture,
            $"| {name} | {those.Length} | {those.Count(snippet => ours.In(snippet).Any(static mark => mark.Id is not Mark.Swap))} | {string.Join(" | ", Peer.All.Select(peer => those.Count(snippet => theirs.In(snippet, peer).Any())))} |\n");
    }
}
