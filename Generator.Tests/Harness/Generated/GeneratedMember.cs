using System.Text.RegularExpressions;

namespace CoGen.Generator.Tests.Harness.Generated;

/// <summary>Writes a member of a program: with those of the usual locals that it mentions.</summary>
internal static partial class GeneratedMember
{
    /// <summary>Stands for the declarations of the locals until it is known which are wanted.</summary>
    public const string Locals = "/*locals*/";

    /// <summary>Stands for what the member says in the end.</summary>
    public const string Ending = "/*ending*/";

    private static readonly (string Name, string Declaration, string Shown)[] s_locals =
    [
        ("b", "int b = 2;", "{b}"),
        ("c", "int c = 3;", "{c}"),
        ("s", "string s = \"s\";", "{s}"),
        ("t", "string? t = null;", "{t}"),
        ("xs", "int[] xs = [4, 5];", "{xs[0]} {xs[1]}"),
        ("box", "Box box = new(6);", "{box.Value} {box.Field}"),
        ("point", "Point point = new(7);", "{point.X} {point.Y}"),
    ];

    public static string Write(Phrase member)
    {
        string text = member.Write();
        HashSet<string> names = [.. NamePattern().Matches(text).Select(static m => m.Value)];
        (string Name, string Declaration, string Shown)[] locals = [.. s_locals.Where(l => names.Contains(l.Name))];
        return text
            .Replace(Locals, string.Join(' ', locals.Select(static l => l.Declaration)), StringComparison.Ordinal)
            .Replace(Ending, $"Log($\"{string.Join(' ', locals.Select(static l => l.Shown).Prepend("{a}"))}\");", StringComparison.Ordinal);
    }

    [GeneratedRegex(@"(?<![\w.])\w+")]
    private static partial Regex NamePattern();
}
