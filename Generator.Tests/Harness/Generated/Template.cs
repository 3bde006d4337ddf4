using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace CoGen.Generator.Tests.Harness.Generated;

/// <summary>What phrases are made from.</summary>
internal sealed partial class Template
{
    private static readonly Dictionary<string, string> s_members =
        Templates.Members.Forms.Keys.SelectMany(static key => key.Split('|').Select(name => (name, key))).ToDictionary(static p => p.name, static p => p.key);

    public Template(PhraseKind kind, string text)
    {
        Kind = kind;
        ImmutableArray<(PhraseKind, string?)>.Builder holes = ImmutableArray.CreateBuilder<(PhraseKind, string?)>();
        Text = PartPattern().Replace(text, match =>
        {
            holes.Add((Enum.Parse<PhraseKind>(match.Groups[1].Value, ignoreCase: true), match.Groups[2].Success ? match.Groups[2].Value : null));
            return $"{{{(holes.Count - 1).ToString(CultureInfo.InvariantCulture)}}}";
        });
        Holes = holes.ToImmutable();
        Members = [.. MembersIn(text)];
    }

    public PhraseKind Kind { get; }

    /// <summary>Its text, with the numbers of its holes.</summary>
    public string Text { get; }

    /// <summary>What its holes are for, and what leaves the function there, if it is another than outside.</summary>
    public ImmutableArray<(PhraseKind Kind, string? Exit)> Holes { get; }

    /// <summary>The members that it mentions.</summary>
    public ImmutableArray<string> Members { get; }

    public bool IsLeaf => Holes.IsEmpty && Members.IsEmpty;

    /// <summary>The templates on the lines of <paramref name="tables"/>.</summary>
    public static IEnumerable<Template> All(PhraseKind kind, params string[] tables) =>
        tables.SelectMany(static t => t.Split('\n')).Select(line => new Template(kind, line.TrimEnd('\r')));

    /// <summary>The members that <paramref name="text"/> mentions.</summary>
    public static IEnumerable<string> MembersIn(string text) =>
        WordPattern().Matches(text).Select(static word => s_members.GetValueOrDefault(word.Value)).OfType<string>().Distinct();

    [GeneratedRegex(@"\w+")]
    private static partial Regex WordPattern();

    [GeneratedRegex(@"\{(int|bool|text|items|box|statement|block|yield|yieldblock|code|yieldcode)(?::([^}]*))?\}")]
    private static partial Regex PartPattern();
}
