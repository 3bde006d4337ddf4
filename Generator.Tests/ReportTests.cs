using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using CoGen.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CoGen.Generator.Tests;

/// <summary>The report of a build: every blocking call, and what becomes of it.</summary>
public class ReportTests
{
    private const string Source = """
        [assembly: PatchAll(Except = ["Start"], KeepBlocking = ["File.ReadAllText"])]

        static partial class Work
        {
            static void Load()
            {
                Thread.Sleep(1);
                Off();
                File.ReadAllText("*/");
                Action later = () => Thread.Sleep(2);
                Kept(later);
            }

            static void Kept(Action action) => Load();
            [Coroutine(IsEnabled = false)] static void Off() => Thread.Sleep(3);
        }

        class Plain { int _n = Environment.ProcessorCount; void Sleep() => Thread.Sleep(4); Plain() => Thread.Sleep(5); }

        partial class Start { void Run() => Thread.Sleep(6); }
        """;

    [Fact]
    public void A_build_that_does_not_ask_gets_none() => Assert.DoesNotContain(Run(wanted: "").GeneratedSources, static s => s.HintName.Contains("Report", StringComparison.Ordinal));

    [Fact]
    public void It_lists_every_blocking_call_with_its_place_and_what_becomes_of_it() => Assert.Equal(
        """
        3 patched, 0 offloaded, 4 excluded, 3 still blocking
        Program.cs(7,16): patched: Thread.Sleep -> Co.SleepAsync [Work.Load()]
        Program.cs(8,9): excluded: Work.Off because 'Off' is tagged [Coroutine(IsEnabled = false)] [Work.Load()]
        Program.cs(9,14): excluded: File.ReadAllText because it is named in KeepBlocking [Work.Load()]
        Program.cs(10,37): blocking: Thread.Sleep because it stands in a function that somebody else calls (CG1004) [Work.Load()]
        Program.cs(11,9): patched: Work.Kept -> Work.KeptAsync [Work.Load()]
        Program.cs(14,40): patched: Work.Load -> Work.LoadAsync [Work.Kept(Action)]
        Program.cs(15,64): excluded: Thread.Sleep because its method is tagged [Coroutine(IsEnabled = false)] [Work.Off()]
        Program.cs(18,75): blocking: Thread.Sleep because its method can be no coroutine: type 'Plain' is not partial [Plain.Sleep()]
        Program.cs(18,103): blocking: Thread.Sleep because its method can be no coroutine: it is a constructor; move its body into an ordinary method and tag that [Plain.Plain()]
        Program.cs(20,44): excluded: Thread.Sleep because PatchAll leaves its method out [Start.Run()]

        """.ReplaceLineEndings("\n"),
        Content("CoGen.Report.txt.g.cs"));

    [Fact]
    public void It_says_the_same_to_programs()
    {
        using JsonDocument report = JsonDocument.Parse(Content("CoGen.Report.json.g.cs"));
        JsonElement counts = report.RootElement.GetProperty("counts");
        Assert.Equal([3, 0, 4, 3], new[] { "patched", "offloaded", "excluded", "blocking" }.Select(s => counts.GetProperty(s).GetInt32()));
        JsonElement[] calls = [.. report.RootElement.GetProperty("calls").EnumerateArray()];
        Assert.Equal(10, calls.Length);
        Assert.Equal("Co.SleepAsync", calls[0].GetProperty("to").GetString());
        Assert.Equal("it is named in KeepBlocking", calls[2].GetProperty("because").GetString());
        Assert.Equal(("Program.cs", 7), (calls[0].GetProperty("file").GetString(), calls[0].GetProperty("line").GetInt32()));
    }

    [Fact]
    public void T83_What_is_vetoed_is_named_and_stays_as_it_is_and_all_else_is_patched_as_before()
    {
        const string Program = "partial class Work { [Coroutine] static void Load() { Thread.Sleep(1); File.ReadAllText(\"a\"); } }";
        Assert.Equal(
            """
            2 patched, 0 offloaded, 0 excluded, 0 still blocking
            Program.cs(2,62): patched: Thread.Sleep -> Co.SleepAsync [Work.Load()]
            Program.cs(2,77): patched: File.ReadAllText -> File.ReadAllTextAsync [Work.Load()]

            """.ReplaceLineEndings("\n"),
            Content("CoGen.Report.txt.g.cs", "\n" + Program));
        Assert.Equal(
            """
            1 patched, 0 offloaded, 1 excluded, 0 still blocking
            Program.cs(2,62): patched: Thread.Sleep -> Co.SleepAsync [Work.Load()]
            Program.cs(2,77): excluded: File.ReadAllText because it is excluded from patching [Work.Load()]

            """.ReplaceLineEndings("\n"),
            Content("CoGen.Report.txt.g.cs", "[assembly: ExcludeFromPatching(typeof(File))]\n" + Program));
        Assert.Contains(
            ": excluded: File.ReadAllText because it is excluded from patching [Plain.Load()]",
            Content("CoGen.Report.txt.g.cs", "[assembly: ExcludeFromPatching(typeof(File))]\nclass Plain { static void Load() => File.ReadAllText(\"a\"); }"), StringComparison.Ordinal);
    }

    private static string Content(string hintName, string source = Source)
    {
        string text = Run(wanted: "true", source).GeneratedSources.Single(s => s.HintName == hintName).SourceText.ToString();
        const string Start = "// <auto-generated/>\n/*\n";
        Assert.StartsWith(Start, text, StringComparison.Ordinal);
        Assert.EndsWith("*/\n", text, StringComparison.Ordinal);
        return text[Start.Length..^3];
    }

    private static GeneratorRunResult Run(string wanted, string source = Source)
    {
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [new CoroutineGenerator().AsSourceGenerator()], parseOptions: TestCompilation.ParseOptions, optionsProvider: new Options(wanted));
        GeneratorRunResult result = driver.RunGeneratorsAndUpdateCompilation(TestCompilation.Create(source), out Compilation output, out _, TestContext.Current.CancellationToken)
            .GetRunResult().Results.Single();
        Assert.Null(result.Exception);
        Assert.DoesNotContain(output.GetDiagnostics(TestContext.Current.CancellationToken), static d => d.Severity == DiagnosticSeverity.Error);
        return result;
    }

    private sealed class Options(string wanted) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Global(wanted);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;
    }

    private sealed class Global(string wanted) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) =>
            (value = key switch { "build_property.CoGenReport" => wanted, "build_property.ProjectDir" => "/src/", _ => null }) is not null;
    }
}
