using CoGen.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CoGen.Generator.Tests;

/// <summary>An edit costs only what it touches.</summary>
public class IncrementalityTests
{
    private const string Source = """
        public static partial class Tests
        {
            [Coroutine]
            public static void First() { Thread.Sleep(1); }

            [Coroutine]
            public static int Second(int n) { Thread.Sleep(2); return n; }

            public static void Start() { Co.Run(First); }
        }
        """;

    [Fact]
    public void An_edit_in_another_method_leaves_every_twin_alone()
    {
        GeneratorRunResult result = RunTwice(Source.Replace("Co.Run(First);", "Co.Run(First); int n = 1;", StringComparison.Ordinal));
        AssertReasons(result, StepNames.Twins, IncrementalStepRunReason.Cached, IncrementalStepRunReason.Cached);
        AssertReasons(result, StepNames.NamedTwins, IncrementalStepRunReason.Cached, IncrementalStepRunReason.Cached);
        AssertReasons(result, StepNames.Roots, IncrementalStepRunReason.Cached);
        Assert.Equal(3, Outputs(result).Count(static r => r == IncrementalStepRunReason.Cached));
    }

    [Fact]
    public void An_edit_in_one_coroutine_leaves_the_other_alone()
    {
        GeneratorRunResult result = RunTwice(Source.Replace("Thread.Sleep(2)", "Thread.Sleep(3)", StringComparison.Ordinal));
        AssertReasons(result, StepNames.Twins, IncrementalStepRunReason.Cached, IncrementalStepRunReason.Modified);
        AssertReasons(result, StepNames.NamedTwins, IncrementalStepRunReason.Cached, IncrementalStepRunReason.Modified);
        AssertReasons(result, StepNames.HintClashes, IncrementalStepRunReason.Cached);
        AssertReasons(result, StepNames.Roots, IncrementalStepRunReason.Cached);
    }

    [Fact]
    public void A_comment_at_the_end_of_a_line_changes_nothing()
    {
        GeneratorRunResult result = RunTwice(Source.Replace("public static partial class Tests", "public static partial class Tests // here", StringComparison.Ordinal));
        AssertReasons(result, StepNames.Twins, IncrementalStepRunReason.Cached, IncrementalStepRunReason.Cached);
    }

    [Fact]
    public void An_edit_in_another_file_leaves_interceptors_alone()
    {
        GeneratorRunResult result = RunTwice(Source, other: "class Other { int _n = 1; }", newOther: "class Other { int _n = 2; }");
        AssertReasons(result, StepNames.EntryCalls, IncrementalStepRunReason.Cached);
        Assert.All(Outputs(result), static r => Assert.Equal(IncrementalStepRunReason.Cached, r));
    }

    [Fact]
    public void Adding_a_twin_leaves_the_others_alone()
    {
        GeneratorRunResult result = RunTwice(Source.Replace(
            "public static void Start()", "[Coroutine] public static void Third() { Thread.Sleep(0); } public static void Start()", StringComparison.Ordinal));
        AssertReasons(result, StepNames.NamedTwins, IncrementalStepRunReason.Cached, IncrementalStepRunReason.Cached, IncrementalStepRunReason.New);
    }

    [Fact]
    public void Patched_as_a_whole_an_edit_of_one_body_leaves_all_other_twins_alone()
    {
        string patched = Untagged(Source);
        GeneratorRunResult result = RunTwice(patched.Replace("Thread.Sleep(2)", "Thread.Sleep(3)", StringComparison.Ordinal), source: patched);
        AssertReasons(result, StepNames.PatchedTwins, IncrementalStepRunReason.Unchanged, IncrementalStepRunReason.Modified, IncrementalStepRunReason.Unchanged);
        AssertReasons(result, StepNames.NamedPatchedTwins, IncrementalStepRunReason.Cached, IncrementalStepRunReason.Modified, IncrementalStepRunReason.Cached);
        AssertReasons(result, StepNames.Roots, IncrementalStepRunReason.Cached);
    }

    [Fact]
    public void Patched_as_a_whole_an_edit_elsewhere_leaves_every_twin_alone()
    {
        string patched = Untagged(Source);
        GeneratorRunResult result = RunTwice(patched, other: "class Other { int _n = 1; }", newOther: "class Other { int _n = 2; }", source: patched);
        AssertReasons(result, StepNames.PatchedTwins, IncrementalStepRunReason.Unchanged, IncrementalStepRunReason.Unchanged, IncrementalStepRunReason.Unchanged);
        AssertReasons(result, StepNames.NamedPatchedTwins, IncrementalStepRunReason.Cached, IncrementalStepRunReason.Cached, IncrementalStepRunReason.Cached);
        Assert.All(Outputs(result), static r => Assert.Contains(r, s_unchanged));
    }

    [Fact]
    public void Patched_as_a_whole_a_new_blocking_call_in_another_file_makes_its_callers_coroutines()
    {
        string patched = Untagged(Source.Replace("Thread.Sleep(1);", "Other.Wait();", StringComparison.Ordinal));
        GeneratorRunResult result = RunTwice(
            patched, other: "static partial class Other { public static void Wait() { } }", newOther: "static partial class Other { public static void Wait() { Thread.Sleep(1); } }", source: patched);
        Assert.Equal(4, result.TrackedSteps[StepNames.PatchedTwins].Sum(static s => s.Outputs.Count(static o => o.Reason != IncrementalStepRunReason.Removed)));
    }

    [Fact]
    public void Models_read_twice_are_equal()
    {
        object[] first = Models(Run(Source));
        object[] second = Models(Run(Source));
        Assert.NotEmpty(first);
        Assert.Equal(first, second);
        Assert.Equal(first.Select(static m => m.GetHashCode()), second.Select(static m => m.GetHashCode()));
    }

    internal static object[] Models(GeneratorRunResult result) =>
        [.. result.TrackedSteps.Where(static s => typeof(StepNames).GetField(s.Key) is not null).SelectMany(static s => s.Value).SelectMany(static s => s.Outputs).Select(static o => o.Value)];

    internal static GeneratorRunResult Run(string source) =>
        NewDriver().RunGenerators(TestCompilation.Create(source)).GetRunResult().Results.Single();

    private static readonly IncrementalStepRunReason[] s_unchanged = [IncrementalStepRunReason.Cached, IncrementalStepRunReason.Unchanged];

    private static string Untagged(string source) => "[assembly: PatchAll]\n" + source.Replace("[Coroutine]", "", StringComparison.Ordinal);

    private static GeneratorRunResult RunTwice(string edited, string other = "", string newOther = "", string source = Source)
    {
        CSharpCompilation compilation = TestCompilation.Create(source, other);
        GeneratorDriver driver = NewDriver().RunGenerators(compilation);
        SyntaxTree file = compilation.SyntaxTrees.Single(static t => t.FilePath == TestCompilation.Path);
        SyntaxTree second = compilation.SyntaxTrees.Single(static t => t.FilePath == "/src/File1.cs");
        CSharpCompilation changed = compilation
            .ReplaceSyntaxTree(file, file.WithChangedText(TestCompilation.Parse(edited, file.FilePath).GetText()))
            .ReplaceSyntaxTree(second, second.WithChangedText(TestCompilation.Parse(newOther, second.FilePath).GetText()));
        return driver.RunGenerators(changed).GetRunResult().Results.Single();
    }

    private static GeneratorDriver NewDriver() => CSharpGeneratorDriver.Create(
        [new CoroutineGenerator().AsSourceGenerator()],
        parseOptions: TestCompilation.ParseOptions,
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    private static void AssertReasons(GeneratorRunResult result, string step, params IncrementalStepRunReason[] reasons) =>
        Assert.Equal(reasons, result.TrackedSteps[step].SelectMany(static s => s.Outputs).Select(static o => o.Reason));

    private static IEnumerable<IncrementalStepRunReason> Outputs(GeneratorRunResult result) =>
        result.TrackedOutputSteps.SelectMany(static s => s.Value).SelectMany(static s => s.Outputs).Select(static o => o.Reason);
}
