using System.Collections.Concurrent;
using System.Globalization;
using CoGen.Generator.Tests.Harness;
using CoGen.Generator.Tests.Harness.Programs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CoGen.Generator.Tests;

/// <summary>
/// The programs below <c>Programs/</c>, cut short and with words missing: the generator never fails, and what it writes has no
/// errors but those that the program has. A sample of the cuts, of <c>COGEN_SEED</c>, for their grammar; with <c>COGEN_HOSTILE</c> as many as that says, or
/// <c>all</c>, for their meaning too.
/// </summary>
public class HostileProgramTests
{
    private const int Sample = 80;

    private const int MostFailures = 20;

    private static readonly string? s_wanted = Environment.GetEnvironmentVariable("COGEN_HOSTILE");

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
            .. from program in ProgramText.ReadWanted()
               let file = program.Files[0]
               from token in CSharpSyntaxTree.ParseText(file.Text, TestCompilation.ParseOptions).GetRoot().DescendantTokens()
               select (file, token),
        ];
        string? seed = Environment.GetEnvironmentVariable("COGEN_SEED");
        Random random = new(seed is null ? 1 : int.Parse(seed, CultureInfo.InvariantCulture));
        (ProgramFile, SyntaxToken)[] chosen = s_wanted == "all"
            ? places
            : random.GetItems(places, s_wanted is null ? Sample : int.Parse(s_wanted, CultureInfo.InvariantCulture));
        int done = 0;
        ConcurrentQueue<string> failures = [];
        Parallel.ForEach(chosen, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, (place, loop) =>
        {
            if (Examine(place.Item1 with { Text = spoil(place.Item1.Text, place.Item2) }) is { } failure)
                failures.Enqueue(failure);
            if (failures.Count >= MostFailures)
                loop.Stop();
            if (Interlocked.Increment(ref done) % 1000 == 0)
                TestContext.Current.SendDiagnosticMessage($"{done} of {chosen.Length} texts, {failures.Count} of them fail");
        });
        Assert.True(failures.IsEmpty, $"{done} of {chosen.Length} texts:\n\n{string.Join("\n\n", failures)}");
    }

    private static string? Examine(ProgramFile file)
    {
        CSharpCompilation compilation = ProgramCompiler.Create("Hostile", [file]);
        GeneratorRun run = GeneratorRun.Of(compilation);
        Diagnostic? error = run.Files.SelectMany(static f => f.SyntaxTree.GetDiagnostics()).FirstOrDefault(static d => d.Severity == DiagnosticSeverity.Error) ??
            (s_wanted is null ? null : OwnErrors.In(run.Output, compilation).FirstOrDefault());
        return error is null ? null : $"{error}\n--- {file.Path}\n{file.Text}\n--- twin\n{error.Location.SourceTree}";
    }
}
