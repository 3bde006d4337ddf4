using System.Collections.Immutable;
using System.Globalization;
using CoGen.Generator.Tests.Harness.Generated;
using CoGen.Generator.Tests.Harness.Programs;
using CoGen.Generator.Tests.Prelude;

namespace CoGen.Generator.Tests;

/// <summary>
/// Programs that were put together by chance do as twins what they do as they were written. <c>COGEN_GENERATED</c> says how many,
/// <c>COGEN_SEED</c> from which seed on.
/// </summary>
public class GeneratedProgramTests
{
    private const int Batch = 50;

    private const int LongestShrink = 400;

    [Fact]
    public void Generated_programs_do_as_twins_what_they_do_as_originals()
    {
        int count = Read("COGEN_GENERATED", 100);
        int first = Read("COGEN_SEED", 1);
        List<string> failures = [];
        for (int start = first; start < first + count && failures.Count < 20; start += Batch)
        {
            GeneratedProgram[] programs = [.. Enumerable.Range(start, Math.Min(Batch, first + count - start)).Select(static seed => GeneratedProgram.FromSeed((ulong)seed))];
            Dictionary<string, string> failed = FindFailures(programs);
            foreach (GeneratedProgram program in programs.Where(p => failed.ContainsKey(p.ToText().Name)))
                failures.Add(Shrink(program, failed[program.ToText().Name]));
            if (count > 1000 && failures.Count == 0 && (start - first) % 10_000 == 0)
                TestContext.Current.SendDiagnosticMessage($"{start - first + programs.Length} programs");
        }

        Assert.True(failures.Count == 0, string.Join("\n\n", failures));
    }

    private static int Read(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out int value) ? value : otherwise;

    /// <summary>The smallest program that still fails in the same way.</summary>
    private static string Shrink(GeneratedProgram program, string failure)
    {
        for (int tries = 0; tries < LongestShrink;)
        {
            bool smaller = false;
            foreach (GeneratedProgram[] candidates in program.Shrink().Where(p => p.Size < program.Size).Chunk(20))
            {
                // Of one seed, they would all have one name.
                GeneratedProgram[] named = [.. candidates.Select(static (p, i) => p with { Seed = (ulong)i + 1 })];
                Dictionary<string, string> failed = FindFailures(named);
                tries += candidates.Length;
                if (named.FirstOrDefault(p => failed.TryGetValue(p.ToText().Name, out string? f) && KindOf(f) == KindOf(failure)) is { } found)
                {
                    failure = failed[found.ToText().Name];
                    program = found with { Seed = program.Seed };
                    smaller = true;
                    break;
                }

                if (tries >= LongestShrink)
                    break;
            }

            if (!smaller)
                break;
        }

        return $"Seed {program.Seed}: {failure}\n--- program\n{program.Main.Write()}\n--- Work\n{program.Work.Write()}";
    }

    private static string KindOf(string failure) => failure.Split(':')[0];

    private static Dictionary<string, string> FindFailures(GeneratedProgram[] programs)
    {
        Dictionary<string, string> failures = [];
        ImmutableArray<ProgramText> texts = [.. programs.Select(static p => p.ToText())];
        foreach ((string name, ProgramBuild build) in ProgramCompiler.Compile(texts, analyze: false))
        {
            if (Judge(build) is { } failure)
                failures.Add(name, failure);
        }

        return failures;
    }

    private static string? Judge(ProgramBuild build)
    {
        if (!build.Errors.IsEmpty)
        {
            // What the user's code lacks is the fault of the grammar; in the twin it is the generator's.
            return $"does not compile: {string.Join('\n', build.Errors)}\n{build.Twins}";
        }

        ProgramPlan calm = new(Yields: false);
        ProgramOutcome original = ProgramRunner.RunOriginal(build.Main, calm);
        int some = (int)(StableSeed(build.Program.Name) % (uint)Math.Max(1, original.Calls)) + 1;
        (ProgramPlan, ProgramPlan)[] plans =
        [
            (calm, calm),
            (calm, new ProgramPlan(Yields: true, Seed: 1)),
            (calm with { ThrowAt = some }, new ProgramPlan(Yields: true, ThrowAt: some)),
            (calm with { KillAt = some }, new ProgramPlan(Yields: true, KillAt: some)),
        ];
        foreach ((ProgramPlan forOriginal, ProgramPlan forTwin) in plans)
        {
            string expected = forOriginal == calm ? original.Log : ProgramRunner.RunOriginal(build.Main, forOriginal).Log;
            string actual = ProgramRunner.RunTwin(build.Twin, forTwin).Log;
            if (expected != actual)
                return $"differs: {forTwin}\n--- original\n{expected}\n--- twin\n{actual}\n{build.Twins}";
        }

        return null;
    }

    private static uint StableSeed(string name) => name.Aggregate(17u, static (hash, c) => unchecked((hash * 31) + c));
}
