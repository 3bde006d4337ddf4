using System.Text.RegularExpressions;
using CoGen.Package.Tests.Harness;

namespace CoGen.Package.Tests;

/// <summary>What the README says of the repository is so.</summary>
public sealed partial class ReadmeTests
{
    [Fact]
    public void Every_link_into_the_repository_leads_to_a_file()
    {
        IEnumerable<string> targets = Link().Matches(Repository.Readme).Select(link => link.Groups[1].Value)
            .Where(target => !target.StartsWith("http", StringComparison.Ordinal));

        Assert.All(targets, target => Assert.True(File.Exists(Path.Combine(Repository.Root, target)), $"README.md links to {target}, which is not there."));
    }

    [Fact]
    public void Its_table_lists_the_rules_and_their_severities_as_the_release_files_do()
    {
        IEnumerable<(string, string)> released = Directory.GetFiles(Path.Combine(Repository.Root, "Analyzers"), "AnalyzerReleases.*.md")
            .SelectMany(File.ReadLines)
            .Select(line => ReleasedRule().Match(line)).Where(rule => rule.Success)
            .Select(rule => (rule.Groups[1].Value, rule.Groups[2].Value.ToLowerInvariant())).Order();

        IEnumerable<(string, string)> listed = ListedRule().Matches(Repository.Readme)
            .Select(rule => (rule.Groups[1].Value, rule.Groups[2].Value));

        Assert.Equal(released, listed);
    }

    [GeneratedRegex(@"\]\(([^)#]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"^(CG\d{4}) \| [\w.]+ \| (\w+) \|")]
    private static partial Regex ReleasedRule();

    [GeneratedRegex(@"^\| \[(CG\d{4})\]\(docs/rules/\1\.md\) \| (\w+) \|", RegexOptions.Multiline)]
    private static partial Regex ListedRule();
}
