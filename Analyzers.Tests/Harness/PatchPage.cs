using System.Text;
using CoGen.Semantics.Catalog;

namespace CoGen.Analyzers.Tests.Harness;

/// <summary>The part of <c>docs/patches.md</c> that is written from the tables: all below a mark in the page.</summary>
internal static class PatchPage
{
    private const string Mark = "<!-- From here on the page is written from the tables, by PatchPageTests. -->\n";

    private static readonly Dictionary<string, string> s_titles = new()
    {
        ["db"] = "Databases",
        ["dns"] = "Names and addresses",
        ["misc"] = "This and that",
        ["process"] = "Processes",
        ["xml"] = "XML",
        ["zip"] = "Archives and compression",
        ["web"] = "Web",
        ["di"] = "Dependency injection",
        ["ef"] = "Entity Framework",
        ["sqlite"] = "SQLite",
        ["memory"] = "In memory",
    };

    public static string Write(string page)
    {
        int mark = page.IndexOf(Mark, StringComparison.Ordinal);
        Assert.True(mark >= 0, "docs/patches.md has lost its mark.");

        StringBuilder text = new(page[..mark]);
        text.Append(Mark);
        foreach (IGrouping<string, PatchRule> area in PatchTable.Rows.GroupBy(static r => r.Area))
            Append(text, area.Key, [.. area.Select(static r => (r.Member, $"{ActionOf(r)} | {TextOf(r)}"))]);

        text.Append("\n## What the convention leaves alone\n\nAlthough a `FooAsync` stands beside it, or seems to.\n");
        foreach (IGrouping<string, DeniedEntry> area in ConventionExclusions.Rows.GroupBy(static r => r.Area))
            Append(text, area.Key, [.. area.Select(static r => (r.Member, $"{RuleOf(r.Rule)} | {r.Because}"))]);

        text.Append("\n## What is awaited at the end of a `using`\n\nTypes of the framework whose `DisposeAsync` is one of their own.\n\n| Type | Why |\n|---|---|\n");
        foreach ((string type, string because) in RealDisposals.Rows)
            text.Append($"| `{MemberText.Of(type).Type}` | {because} |\n");
        return text.ToString();
    }

    private static void Append(StringBuilder text, string area, (string Member, string Cells)[] rows)
    {
        text.Append($"\n### {(s_titles.TryGetValue(area, out string? title) ? title : char.ToUpperInvariant(area[0]) + area[1..])}\n\n| Type | Members | | |\n|---|---|---|---|\n");
        foreach (IGrouping<(string Type, string Cells), (string Member, string Cells)> row in rows.GroupBy(static r => (TypeOf(r.Member), r.Cells)))
        {
            IEnumerable<string> members = row.Select(static r => IsOfAnyType(r.Member) ? $"`{r.Member[4..].Split('(')[0]}`" : MemberText.Of(r.Member).Member is "every member" ? "every member" : $"`{MemberText.Of(r.Member).Member}`");
            text.Append($"| {row.Key.Type} | {string.Join(", ", members.Distinct())} | {row.Key.Cells.Replace("<", "&lt;", StringComparison.Ordinal)} |\n");
        }
    }

    private static string TypeOf(string member) => IsOfAnyType(member) ? "any" : $"`{MemberText.Of(member).Type}`";

    private static bool IsOfAnyType(string member) => member.StartsWith("M:*.", StringComparison.Ordinal);

    private static string ActionOf(PatchRule rule) => rule.Action switch
    {
        PatchAction.Swap => "swapped",
        PatchAction.Adapt => "adapted",
        PatchAction.Cooperate => "cooperates",
        PatchAction.Offload => "offloaded",
        PatchAction.Leave => "left",
        PatchAction.Warn => "**blocks**",
        _ => "blocks briefly",
    };

    private static string RuleOf(DenyRule rule) => rule switch
    {
        DenyRule.Harmless => "does not block",
        DenyRule.Keep => "kept",
        DenyRule.Async => "kept, unless it was created with `Async = true` in sight",
        DenyRule.Blocks => "blocks just the same",
        _ => "swapped after all",
    };

    private static string TextOf(PatchRule rule) => rule.Action is PatchAction.Warn or PatchAction.Hint
        ? $"waits for {rule.Because}. {rule.Advice}"
        : rule.Because;
}
