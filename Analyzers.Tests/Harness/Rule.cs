using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace CoGen.Analyzers.Tests.Harness;

/// <summary>What the tests say of a rule: what it reports, and what its fix makes of it.</summary>
internal static class Rule<TAnalyzer>
    where TAnalyzer : DiagnosticAnalyzer, new()
{
    private const string PatchFile = "/team.patches.tsv";

    /// <summary>Expects diagnostics where the source marks them: <c>{|CG1001:Join|}</c>, or <c>{|#0:Join|}</c> with a message.</summary>
    public static Task Reports(string source, params DiagnosticResult[] expected) =>
        Reports([source], OutputKind.DynamicallyLinkedLibrary, expected);

    public static Task ReportsInProgram(string source, params DiagnosticResult[] expected) =>
        Reports([source], OutputKind.ConsoleApplication, expected);

    /// <summary>The same for one of the rules that the analyzer knows; none for silence.</summary>
    public static Task ReportsOf(string id, string source, params DiagnosticResult[] expected)
    {
        RuleTest<TAnalyzer, EmptyCodeFixProvider> test = new();
        test.TestState.Sources.Add(source);
        test.DisabledDiagnostics.AddRange(new TAnalyzer().SupportedDiagnostics.Select(descriptor => descriptor.Id).Where(other => other != id));
        test.ExpectedDiagnostics.AddRange(expected);
        return test.RunAsync(TestContext.Current.CancellationToken);
    }

    public static Task Reports(string[] sources, OutputKind kind, params DiagnosticResult[] expected)
    {
        RuleTest<TAnalyzer, EmptyCodeFixProvider> test = new();
        foreach (string source in sources)
        {
            test.TestState.Sources.Add(source);
        }

        test.TestState.OutputKind = kind;
        test.ExpectedDiagnostics.AddRange(expected);
        return test.RunAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Expects the rule to bear code that does not compile, whatever it says of it.</summary>
    public static async Task BearsBroken(string source)
    {
        CSharpCompilation compilation = CSharpCompilation.Create(
            "Broken",
            [CSharpSyntaxTree.ParseText(source, cancellationToken: TestContext.Current.CancellationToken), CSharpSyntaxTree.ParseText(RuleTest<TAnalyzer, EmptyCodeFixProvider>.GlobalUsings.Text, cancellationToken: TestContext.Current.CancellationToken)],
            [.. Net100.References.All, MetadataReference.CreateFromFile(typeof(Co).Assembly.Location)],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        Assert.DoesNotContain(
            await compilation.WithAnalyzers([new TAnalyzer()]).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken),
            static diagnostic => diagnostic.Id == "AD0001");
    }

    /// <summary>Like <see cref="Reports(string, DiagnosticResult[])"/>, for a project that names a file of rules, <see cref="PatchFile"/>.</summary>
    public static Task ReportsWithFile(string source, string rules, params DiagnosticResult[] expected)
    {
        RuleTest<TAnalyzer, EmptyCodeFixProvider> test = new();
        test.TestState.Sources.Add(source);
        test.TestState.AdditionalFiles.Add((PatchFile, rules));
        test.TestState.AnalyzerConfigFiles.Add(("/.globalconfig", $"is_global = true\n[{PatchFile}]\nbuild_metadata.AdditionalFiles.CoGenPatches = true\n"));
        test.ExpectedDiagnostics.AddRange(expected);
        return test.RunAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>A diagnostic for a whole line of <see cref="PatchFile"/>, counted from one.</summary>
    public static DiagnosticResult InFile(int line, int length, string id, DiagnosticSeverity severity, string message) =>
        new DiagnosticResult(id, severity).WithSpan(PatchFile, line, 1, line, length + 1).WithMessage(message);

    /// <summary>Expects no diagnostic at all, also with a referenced project that is there as source, as in an editor.</summary>
    public static Task IsSilent(string source, string? library = null)
    {
        RuleTest<TAnalyzer, EmptyCodeFixProvider> test = new();
        test.TestState.Sources.Add(source);
        if (library is not null)
        {
            ProjectState project = test.TestState.AdditionalProjects["Library"];
            project.AdditionalReferences.AddRange(test.TestState.AdditionalReferences);
            project.Sources.Add(library);
            test.TestState.AdditionalProjectReferences.Add("Library");
        }

        return test.RunAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>A diagnostic at the numbered mark, with its message.</summary>
    public static DiagnosticResult At(int mark, string id, DiagnosticSeverity severity, string message) =>
        new DiagnosticResult(id, severity).WithLocation(mark).WithMessage(message).WithOptions(DiagnosticOptions.IgnoreAdditionalLocations);

    public static DiagnosticResult Error(int mark, string id, string message) => At(mark, id, DiagnosticSeverity.Error, message);

    public static DiagnosticResult Warning(int mark, string id, string message) => At(mark, id, DiagnosticSeverity.Warning, message);

    /// <summary>Expects the fix to turn the one source into the other, also when all occurrences are fixed at once.</summary>
    public static Task IsFixed<TCodeFix>(string source, string fixedSource, int codeActionIndex = 0, OutputKind kind = OutputKind.DynamicallyLinkedLibrary)
        where TCodeFix : CodeFixProvider, new() =>
        IsFixed<TCodeFix>([source], [fixedSource], codeActionIndex, kind);

    /// <summary>Expects the diagnostics that the source marks, and no fix for them.</summary>
    public static Task IsNotFixed<TCodeFix>(string source)
        where TCodeFix : CodeFixProvider, new()
    {
        RuleTest<TAnalyzer, TCodeFix> test = new();
        test.TestState.Sources.Add(source);
        test.FixedState.Sources.Add(RuleTest<TAnalyzer, TCodeFix>.GlobalUsings);
        test.FixedState.Sources.Add(source);
        test.FixedState.MarkupHandling = MarkupMode.Allow;
        return test.RunAsync(TestContext.Current.CancellationToken);
    }

    public static Task IsFixed<TCodeFix>(string[] sources, string[] fixedSources, int codeActionIndex = 0, OutputKind kind = OutputKind.DynamicallyLinkedLibrary)
        where TCodeFix : CodeFixProvider, new()
    {
        RuleTest<TAnalyzer, TCodeFix> test = new() { CodeActionIndex = codeActionIndex };
        test.TestState.Sources.AddRange(sources);
        test.FixedState.Sources.Add(RuleTest<TAnalyzer, TCodeFix>.GlobalUsings);
        test.FixedState.Sources.AddRange(fixedSources);
        test.TestState.OutputKind = kind;
        return test.RunAsync(TestContext.Current.CancellationToken);
    }
}

file static class SourceLists
{
    public static void AddRange(this SourceFileList list, string[] sources)
    {
        foreach (string source in sources)
        {
            list.Add(source);
        }
    }
}
