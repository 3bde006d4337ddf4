using System.Collections.Immutable;
using CoGen.Generator.Tests.Harness.Programs;
using CoGen.Generator.Tests.Prelude;
using Microsoft.CodeAnalysis;

namespace CoGen.Generator.Tests.Harness.Generated;

/// <summary>Compares generated programs with their twins.</summary>
internal static class Judge
{
    private static readonly ProgramPlan s_calm = new(Yields: false);

    private const int MostCalls = 8;

    /// <summary>Those of <paramref name="programs"/> whose twin does not compile, or does something else; they have different seeds.</summary>
    /// <param name="programs">The programs.</param>
    /// <param name="isThorough">Whether an exception and a kill befall the first few calls, and not only one by chance.</param>
    public static IReadOnlyList<(GeneratedProgram Program, string What)> FindFailures(IReadOnlyCollection<GeneratedProgram> programs, bool isThorough = false)
    {
        // In a release the state of a twin is a struct, and fewer locals are kept in it.
        OptimizationLevel level = programs.First().Seed / 50 % 2 == 0 ? OptimizationLevel.Debug : OptimizationLevel.Release;
        ImmutableArray<ProgramText> texts = [.. programs.Select(static p => p.ToText())];
        IReadOnlyDictionary<string, ProgramBuild> builds = ProgramCompiler.Compile(texts, analyze: false, level);
        return
        [
            .. programs.Zip(texts, (program, text) => (Program: program, What: Compare(builds[text.Name], program.Seed, isThorough)))
                .Where(static judged => judged.What is not null)
                .Select(static judged => (judged.Program, judged.What!)),
        ];
    }

    private static string? Compare(ProgramBuild build, ulong seed, bool isThorough)
    {
        // What the user's code lacks is the fault of the grammar; in the twin it is the generator's.
        if (!build.Errors.IsEmpty)
            return $"does not compile: {string.Join('\n', build.Errors)}\n{build.Twins}";

        ProgramOutcome original = ProgramRunner.RunOriginal(build.Main, s_calm);
        int some = (int)(seed * 2654435761 % (ulong)Math.Max(1, original.Calls)) + 1;
        IEnumerable<int> calls = isThorough ? Enumerable.Range(1, Math.Min(MostCalls, original.Calls)) : [some];
        (ProgramPlan, ProgramPlan)[] plans =
        [
            (s_calm, s_calm),
            (s_calm, new ProgramPlan(Yields: true, Seed: 1)),
            .. calls.Select(static call => (s_calm with { ThrowAt = call }, new ProgramPlan(Yields: true, ThrowAt: call))),
            .. calls.Select(static call => (s_calm with { KillAt = call }, new ProgramPlan(Yields: true, KillAt: call))),
        ];
        foreach ((ProgramPlan forOriginal, ProgramPlan forTwin) in plans)
        {
            string expected = forOriginal == s_calm ? original.Log : ProgramRunner.RunOriginal(build.Main, forOriginal).Log;
            string actual = ProgramRunner.RunTwin(build.Twin, forTwin).Log;
            if (expected != actual)
                return $"differs: {forTwin}\n--- original\n{expected}\n--- twin\n{actual}\n{build.Twins}";
        }

        return null;
    }
}
