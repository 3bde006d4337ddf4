using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace CoGen.Semantics.Catalog;

/// <summary>A file of rules that the project names: <c>&lt;CoGenPatches Include="team.patches.tsv" /&gt;</c>.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Text">What it says.</param>
public sealed record PatchFile(string Path, string Text)
{
    private const string Metadata = "build_metadata.AdditionalFiles.CoGenPatches";

    /// <summary>Null for an additional file that is there for somebody else.</summary>
    public static PatchFile? Read(AdditionalText file, AnalyzerConfigOptionsProvider options, CancellationToken cancellationToken) =>
        options.GetOptions(file).TryGetValue(Metadata, out string? value) && bool.TryParse(value, out bool isMeant) && isMeant && file.GetText(cancellationToken) is { } text
            ? new PatchFile(file.Path, text.ToString())
            : null;

    /// <summary>Its lines, each with its rule or what is wrong with it; without those that say nothing.</summary>
    public IEnumerable<PatchFileLine> Lines
    {
        get
        {
            SourceText text = SourceText.From(Text);
            foreach (TextLine line in text.Lines)
            {
                string content = line.ToString();
                if (content.Trim().Length == 0 || content[0] == '#')
                    continue;

                PatchRule? rule = PatchRule.Parse(content.Split('\t'), out string? error);
                Location location = Location.Create(Path, line.Span, text.Lines.GetLinePositionSpan(line.Span));
                yield return new PatchFileLine(rule is null ? null : rule with { Origin = RuleSource.Project }, error ?? "", location);
            }
        }
    }
}

/// <summary>A line of such a file.</summary>
/// <param name="Rule">The rule that it is, or null.</param>
/// <param name="Error">Why it is none.</param>
/// <param name="Location">Where it is.</param>
public sealed record PatchFileLine(PatchRule? Rule, string Error, Location Location);
