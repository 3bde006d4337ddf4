using System.Globalization;
using CoGen.Generator.Tests.Harness;
using CoGen.Generator.Tests.Harness.Programs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CoGen.Generator.Tests;

/// <summary>
/// The programs below <c>Programs/</c>, cut short and with words missing: the generator never fails, and what it writes has no
/// errors but those that the program has. A sample of the cuts, of <c>COGEN_SEED</c>, for their grammar; with <c>COGEN_HOSTILE=all</c> all
/// of them, for their meaning too.
/// </summary>
public class HostileProgramTests
{
    private const int Sample = 80;

    private static readonly bool s_all = Environment.GetEnvironmentVariable("COGEN_HOSTILE") == "all";

    [Fact]
    public void Every_prefix_of_every_program_is_survived() => Survive(static (text, token) => text[..token.SpanStart]);

    [Fact]
    public void Every_program_without_any_one_token_is_survived() => Survive(static (text, token) => text.Remove(token.SpanStart, token.Span.Length));

    [Fact]
    public void Every_program_with_any_token_in_the_place_of_the_one_before_it_is_survived() =>
        Survive(static (text, token) => token.GetPreviousToken() is { Span.Length: > 0 } previous
            ? text.Remove(previous.SpanStart, previous.Span.Length).Insert(previous.SpanStart, token.Text)
            : text);

    private static void Survive(Func<string, SyntaxToken, string> spoil)
    {
        (ProgramFile File, SyntaxToken Token)[] places =
        [
            .. from program in ProgramText.ReadEvery()
               let file = program.Files[0]
               from token in CSharpSyntaxTree.ParseText(file.Text, TestCompilation.ParseOptions).GetRoot().DescendantTokens()
               select (file, token),
        ];
        string? seed = Environment.GetEnvironmentVariable("COGEN_SEED");
        Random random = new(seed is null ? 1 : int.Parse(seed, CultureInfo.InvariantCulture));
        foreach ((ProgramFile file, SyntaxToken token) in s_all ? places : random.GetItems(places, Sample))
            AssertSurvives(file with { Text = spoil(file.Text, token) });
    }

    private static void AssertSurvives(ProgramFile file)
    {
        CSharpCompilation compilation = ProgramCompiler.Create("Hostile", [file]);
        GeneratorRun run = GeneratorRun.Of(compilation);
        Assert.DoesNotContain(run.Files.Select(static f => f.SyntaxTree).SelectMany(static t => t.GetDiagnostics()), static d => d.Severity == DiagnosticSeverity.Error);
        if (s_all)
            AssertMeansNoLess(file, compilation, run);

        // The same without its tags, in an assembly that is patched as a whole.
        string untagged = file.Text.Replace("[Coroutine]", "", StringComparison.Ordinal);
        GeneratorRun patched = GeneratorRun.Of(ProgramCompiler.Create("Hostile", [file with { Text = untagged }], assembly: "\n[assembly: PatchAll]"));
        Assert.DoesNotContain(patched.Files.Select(static f => f.SyntaxTree).SelectMany(static t => t.GetDiagnostics()), static d => d.Severity == DiagnosticSeverity.Error);
    }

    private static void AssertMeansNoLess(ProgramFile file, CSharpCompilation compilation, GeneratorRun run)
    {
        HashSet<SyntaxTree> own = [.. compilation.SyntaxTrees];
        Diagnostic[] errors = [.. run.Output.GetDiagnostics().Where(static d => d.Severity == DiagnosticSeverity.Error)];
        HashSet<string> known = [.. errors.Where(e => e.Location.SourceTree is not { } tree || own.Contains(tree)).Select(static e => e.Id)];
        bool isBroken = own.Any(static t => t.GetDiagnostics().Any());
        foreach (Diagnostic error in errors.Where(e => e.Location.SourceTree is { } tree && !own.Contains(tree)))
        {
            // One mistake in the grammar of a program makes others of its meaning, in the twin too; but a twin is called only where there is one.
            bool isOwn = !known.Contains(error.Id) && (!isBroken || error.GetMessage().Contains("Async'", StringComparison.Ordinal));
            Assert.False(isOwn, $"{error}\n--- {file.Path}\n{file.Text}\n--- twin\n{error.Location.SourceTree}");
        }
    }
}
