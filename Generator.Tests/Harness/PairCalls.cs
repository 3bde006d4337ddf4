using CoGen.Analyzers;
using CoGen.Semantics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CoGen.Generator.Tests.Harness;

/// <summary>What becomes of calls of many members of a framework, all of one compilation.</summary>
internal sealed class PairCalls
{
    private readonly Dictionary<string, string> _becomes = [];

    public PairCalls(IReadOnlyList<string> members)
    {
        CSharpCompilation framework = TestCompilation.Bare("Framework", WebFramework.References);
        MemberCall[] calls = [.. members.Select((member, i) => MemberCall.Of(member, TypeName(i), framework))];
        CSharpCompilation program = TestCompilation.Create("Pairs", [.. calls.Select(static c => c.Text)], [.. WebFramework.References]);
        GeneratorRun run = GeneratorRun.Of(program).AssertCompiles();
        ILookup<string, Diagnostic> diagnostics = run.Output
            .WithAnalyzers([new UnpatchedCallAnalyzer()]).GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult()
            .ToLookup(static d => d.Location.SourceTree!.FilePath);
        for (int i = 0; i < calls.Length; i++)
        {
            string twin = StatementOf(run.Twin(TypeName(i)));
            Diagnostic[] told = [.. diagnostics[i == 0 ? TestCompilation.Path : $"/src/File{i}.cs"].Where(d => LineOf(d).Contains(calls[i].Statement, StringComparison.Ordinal) && d.Id != DiagnosticIds.TwinBlocksToo)];
            _becomes.Add(members[i], NameOf(twin, told));
        }
    }

    /// <summary>
    /// What becomes of the call of <paramref name="member"/>: <c>stays</c>; <c>told</c> or <c>warned</c>, which stays and is an information or
    /// a warning; <c>offloaded</c>; <c>by</c> a method of ours; or <c>twin</c>, what the convention finds.
    /// </summary>
    public string Becomes(string member) => _becomes[member];

    private static string TypeName(int i) => $"Call{i:0000}";

    private static string StatementOf(string twin) =>
        twin.Split('\n').SkipWhile(static l => !l.Contains("SleepAsync(0)", StringComparison.Ordinal)).Skip(1).FirstOrDefault("").Trim();

    private static string LineOf(Diagnostic diagnostic) =>
        diagnostic.Location.SourceTree!.GetText().Lines.GetLineFromPosition(diagnostic.Location.SourceSpan.Start).ToString();

    private static string NameOf(string twin, Diagnostic[] told)
    {
        if (told.Length > 0)
            return string.Join(" ", told.Select(static d => $"{(d.Severity == DiagnosticSeverity.Warning ? "warned" : "told")} {d.Id}"));
        if (!twin.Contains("await ", StringComparison.Ordinal))
            return "stays";
        if (twin.Contains("Offload.RunAsync", StringComparison.Ordinal))
            return "offloaded";

        foreach (string ours in (string[])["global::CoGen.Patches.", "CoTask.WaitAsync", "CoTask.WaitAllAsync", "CoTask.WaitAnyAsync"])
        {
            int start = twin.IndexOf(ours, StringComparison.Ordinal);
            if (start >= 0)
                return "by " + twin[start..twin.IndexOf('(', start)].Replace("global::CoGen.Patches.", "", StringComparison.Ordinal);
        }

        return "twin";
    }
}
