using System.Reflection;
using CoGen.CodeFixes;
using CoGen.Semantics;
using CoGen.Semantics.Calls;
using CoGen.Semantics.Shape;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CoGen.Analyzers.Tests;

/// <summary>Ids, descriptors, pages and release notes say the same of each rule.</summary>
public class RuleCatalogTests
{
    public static string Repository { get; } = FindRepository();

    private static readonly DiagnosticDescriptor[] s_descriptors =
    [
        .. typeof(CoroutineShapeAnalyzer).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)))
            .SelectMany(type => ((DiagnosticAnalyzer)Activator.CreateInstance(type)!).SupportedDiagnostics)
            .OrderBy(descriptor => descriptor.Id),
    ];

    private static readonly HashSet<string> s_fixable =
    [
        .. typeof(MakePartialCodeFix).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(CodeFixProvider)))
            .SelectMany(type => ((CodeFixProvider)Activator.CreateInstance(type)!).FixableDiagnosticIds),
    ];

    public static TheoryData<string> Ids => [.. s_descriptors.Select(descriptor => descriptor.Id)];

    public static string PageOf(string id) => Path.Combine(Repository, "docs", "rules", id + ".md");

    [Fact]
    public void Each_id_belongs_to_one_descriptor()
    {
        string[] ids =
        [
            .. typeof(DiagnosticIds).GetFields(BindingFlags.Public | BindingFlags.Static)
                .Select(field => (string)field.GetRawConstantValue()!)
                .Order(),
        ];

        Assert.Equal(ids, s_descriptors.Select(descriptor => descriptor.Id));
    }

    [Fact]
    public void Each_decision_has_its_id()
    {
        IEnumerable<string> decisions = Enum.GetValues<ShapeRefusalKind>().Select(kind => $"CG{(int)kind:0000}")
            .Concat(Enum.GetValues<UnpatchedReason>().Select(reason => $"CG{(int)reason:0000}"));

        Assert.Subset(s_descriptors.Select(descriptor => descriptor.Id).ToHashSet(), decisions.ToHashSet());
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Page_says_what_the_descriptor_says(string id)
    {
        DiagnosticDescriptor descriptor = DescriptorOf(id);
        string[] page = File.ReadAllLines(PageOf(id));

        Assert.Equal($"https://github.com/cogen-net/cogen/blob/main/docs/rules/{id}.md", descriptor.HelpLinkUri);
        Assert.Equal($"# {id}: {descriptor.Title}", page[0]);
        Assert.StartsWith($"Severity: {descriptor.DefaultSeverity.ToString().ToLowerInvariant()}. Code fix: ", page[2]);
        Assert.Equal(s_fixable.Contains(id), !page[2].EndsWith("none.", StringComparison.Ordinal));
        Assert.Equal(
            ["## What is flagged", "## What to write instead", "## Why", "## How to configure it"],
            page.Where(line => line.StartsWith("## ", StringComparison.Ordinal)));
    }

    /// <remarks>With <c>COGEN_WRITE_PAGE=1</c> the rows are written.</remarks>
    [Fact]
    public void Index_lists_the_rules()
    {
        IEnumerable<string> rows = s_descriptors.Select(descriptor =>
            $"| [{descriptor.Id}]({descriptor.Id}.md) | {descriptor.DefaultSeverity} | {descriptor.Title} | {(s_fixable.Contains(descriptor.Id) ? "yes" : "")} |");

        string path = Path.Combine(Repository, "docs", "rules", "index.md");
        string[] page = File.ReadAllLines(path);
        string[] written =
        [
            .. page.TakeWhile(static line => !IsRow(line)),
            .. rows,
            .. page.SkipWhile(static line => !IsRow(line)).SkipWhile(IsRow),
        ];
        if (Environment.GetEnvironmentVariable("COGEN_WRITE_PAGE") == "1")
            File.WriteAllLines(path, written);
        Assert.Equal(written, File.ReadAllLines(path));

        static bool IsRow(string line) => line.StartsWith("| [CG", StringComparison.Ordinal);
    }

    [Fact]
    public void Readme_lists_the_rules() => Assert.Equal(
        s_descriptors.Select(static descriptor => $"[{descriptor.Id}](docs/rules/{descriptor.Id}.md) {descriptor.DefaultSeverity.ToString().ToLowerInvariant()}"),
        File.ReadLines(Path.Combine(Repository, "README.md"))
            .Where(static line => line.StartsWith("| [CG", StringComparison.Ordinal))
            .Select(static line => line.Split('|', StringSplitOptions.TrimEntries))
            .Select(static cells => $"{cells[1]} {cells[2]}"));

    [Fact]
    public void Release_file_lists_the_rules()
    {
        IEnumerable<string> rows = s_descriptors.Select(descriptor =>
            $"{descriptor.Id} | {descriptor.Category} | {descriptor.DefaultSeverity} | {descriptor.Title}");
        IEnumerable<string> released = new[] { "Shipped", "Unshipped" }
            .SelectMany(file => File.ReadLines(Path.Combine(Repository, "Analyzers", $"AnalyzerReleases.{file}.md")))
            .Where(line => line.StartsWith("CG", StringComparison.Ordinal));

        Assert.Equal(rows, released.Order());
    }

    private static DiagnosticDescriptor DescriptorOf(string id) => Assert.Single(s_descriptors, descriptor => descriptor.Id == id);

    private static string FindRepository()
    {
        DirectoryInfo? directory = new(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "CoGen.sln")))
        {
            directory = directory.Parent;
        }

        return directory?.FullName ?? throw new InvalidOperationException("The tests do not run inside the repository.");
    }
}
