using System.Text.Json;
using CoGen.Package.Tests.Harness;

namespace CoGen.Package.Tests;

/// <summary>What builds put into their error logs, in the format SARIF that other tools read.</summary>
/// <remarks>With <c>COGEN_WRITE_PAGE=1</c> the lists are written.</remarks>
public sealed class SarifTests(PackedPackage package)
{
    private static readonly string s_folder = Path.Combine(Repository.Root, "Package.Tests", "Reports");

    // Another version of C#; a rule that is off unless the project asks for it; and rules that only an editor shows.
    private static readonly string[] s_notInABuild = ["CG0008", "CG1006", "CG2001"];

    [Fact]
    public void Projects_that_do_everything_wrong_are_told_so_by_each_rule()
    {
        string[] results = [.. BuildBad("Bad"), .. BuildBad("Whole")];
        Assert.Equal([], RuleIds().Except(results.Select(static result => result.Split(' ')[2].TrimEnd(':'))).Except(s_notInABuild));
    }

    private string[] BuildBad(string name)
    {
        Consumer project = new(
            package, name, File.ReadAllText(Path.Combine(s_folder, $"{name}.cs")), outputType: "Library",
            references: """<CoGenPatches Include="team.patches.tsv" />""",
            properties: "<AllowUnsafeBlocks>true</AllowUnsafeBlocks>");
        File.WriteAllText(Path.Combine(project.Folder, "team.patches.tsv"), name == "Bad" ? "M:System.Threading.Thread.Sleep(System.Int32)\tno rule\n" : "");

        string log = Path.Combine(project.Folder, $"{name}.sarif");
        Command.Dotnet(project.Folder, "build", "--nologo", $"-p:ErrorLog={log}%2Cversion=2.1");
        string[] results = ResultsIn(log);
        AssertListed($"{name}.txt", results);
        return results;
    }

    [Fact]
    public void The_sample_says_what_it_does_on_purpose()
    {
        // What it refers to is built already, and would write to the same log.
        string log = Path.Combine(package.CreateFolder("sarif"), "sample.sarif");
        string configuration = new DirectoryInfo(AppContext.BaseDirectory).Name == "release" ? "Release" : "Debug";
        Command.Dotnet(
            Repository.Root, "build", "Sample", "--nologo", "--no-dependencies", "--no-restore", "--no-incremental", "-c", configuration, $"-p:ErrorLog={log}%2Cversion=2.1").Succeeds();

        AssertListed("Sample.txt", ResultsIn(log));
    }

    private static void AssertListed(string name, string[] results)
    {
        string path = Path.Combine(s_folder, name);
        if (Environment.GetEnvironmentVariable("COGEN_WRITE_PAGE") == "1")
            File.WriteAllLines(path, results);
        Assert.Equal(File.ReadAllLines(path), results);
    }

    private static IEnumerable<string> RuleIds() => File.ReadLines(Path.Combine(Repository.Root, "docs", "rules", "index.md"))
        .Where(static line => line.StartsWith("| [CG", StringComparison.Ordinal))
        .Select(static line => line[3..9]);

    /// <summary>Our results that are not suppressed: <c>Bad.cs(10) error CG0001: why</c>.</summary>
    private static string[] ResultsIn(string log)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(log));
        return
        [
            .. document.RootElement.GetProperty("runs").EnumerateArray()
                .SelectMany(static run => run.GetProperty("results").EnumerateArray())
                .Where(static result => result.GetProperty("ruleId").GetString()!.StartsWith("CG", StringComparison.Ordinal) && !result.TryGetProperty("suppressions", out _))
                .Select(static result => (Place: PlaceOf(result), Text: $"{LevelOf(result)} {result.GetProperty("ruleId").GetString()}: {result.GetProperty("message").GetProperty("text").GetString()}"))
                .OrderBy(static result => result.Place.File, StringComparer.Ordinal).ThenBy(static result => result.Place.Line).ThenBy(static result => result.Text, StringComparer.Ordinal)
                .Select(static result => $"{result.Place.File}({result.Place.Line}) {result.Text}"),
        ];
    }

    private static (string File, int Line) PlaceOf(JsonElement result)
    {
        if (result.GetProperty("locations").EnumerateArray().FirstOrDefault() is not { ValueKind: JsonValueKind.Object } place)
            return ("", 0);
        JsonElement physical = place.GetProperty("physicalLocation");
        string file = Path.GetFileName(new Uri(physical.GetProperty("artifactLocation").GetProperty("uri").GetString()!, UriKind.RelativeOrAbsolute).ToString());
        return (file, physical.GetProperty("region").GetProperty("startLine").GetInt32());
    }

    private static string LevelOf(JsonElement result) => result.TryGetProperty("level", out JsonElement level) ? level.GetString()! : "warning";
}
