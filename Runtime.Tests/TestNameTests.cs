using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace CoGen.Tests;

/// <summary>docs/gevent.md and docs/ambient.md name the test that pins each row: the names must be right.</summary>
public partial class TestNameTests
{
    private static readonly Type[] s_classes = typeof(TestNameTests).Assembly.GetTypes();

    private static readonly string[] s_methods =
        [.. s_classes.SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static)).Select(method => method.Name).Distinct()];

    [Theory]
    [InlineData("gevent.md", 200)]
    [InlineData("ambient.md", 10)]
    public void Each_test_that_a_page_names_exists(string page, int least)
    {
        List<string> named = [.. File.ReadLines(PathOf(page)).Where(line => line.StartsWith('|')).SelectMany(line => NamesOf(line.Split(" | ")[^1]))];
        Assert.True(named.Count >= least);
        Assert.Equal([], named.Where(name => !Exists(name)).Distinct());
    }

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Quoted { get; }

    private static IEnumerable<string> NamesOf(string cell) =>
        Quoted.Matches(cell).Select(match => match.Groups[1].Value).Where(name => name.Contains("Tests", StringComparison.Ordinal) || name.Contains('_'));

    private static bool Exists(string name)
    {
        string[] parts = name.Split('.');
        bool isClass = parts[0].EndsWith("Tests", StringComparison.Ordinal) || parts[0].EndsWith("TestsOnPool", StringComparison.Ordinal);
        if (!isClass) return s_methods.Any(method => Matches(method, name));
        return s_classes.FirstOrDefault(type => type.Name == parts[0]) is { } type
            ? parts.Length == 1 || type.GetMethods().Any(method => Matches(method.Name, parts[1]))
            : ExistsElsewhere(parts[0], parts[^1]);
    }

    /// <summary>Whether a file of another test project is called like the class and contains the name.</summary>
    private static bool ExistsElsewhere(string type, string name) => Directory.EnumerateDirectories(PathOf(".."), "*.Tests")
        .Select(project => Path.Combine(project, type + ".cs")).Any(path => File.Exists(path) && File.ReadAllText(path).Contains(name.TrimEnd('…'), StringComparison.Ordinal));

    private static bool Matches(string method, string name) =>
        name is "…" or "*" || (name.EndsWith('…') ? method.StartsWith(name[..^1], StringComparison.Ordinal) : method == name);

    private static string PathOf(string page, [CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "..", "docs", page);
}
