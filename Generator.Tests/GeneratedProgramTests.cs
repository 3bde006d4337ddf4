using System.Globalization;
using CoGen.Generator.Tests.Harness.Generated;

namespace CoGen.Generator.Tests;

/// <summary>
/// Programs that were put together by chance do as twins what they do as they were written. <c>COGEN_GENERATED</c> says how many,
/// <c>COGEN_SEED</c> from which seed on, and <c>COGEN_SHRINK</c> how many smaller ones are tried where one fails.
/// </summary>
public class GeneratedProgramTests
{
    private const int Sample = 300;

    private const int Batch = 50;

    private const int MostFailures = 20;

    [Fact]
    public void Generated_programs_do_as_twins_what_they_do_as_originals()
    {
        int count = Read("COGEN_GENERATED", Sample);
        int first = Read("COGEN_SEED", 1);
        int done = 0;
        int methods = 0;
        List<string> failures = [];
        Parallel.ForEach(Enumerable.Range(first, count).Chunk(Batch), new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, (seeds, loop) =>
        {
            GeneratedProgram[] programs = [.. seeds.Select(static seed => GeneratedProgram.FromSeed((ulong)seed))];
            string[] found = [.. Judge.FindFailures(programs).Select(static failure => Shrinker.Shrink(failure.Program, failure.What))];
            if (count > Sample)
                Array.ForEach(found, TestContext.Current.SendDiagnosticMessage);
            lock (failures)
            {
                failures.AddRange(found);
                done += programs.Length;
                methods += programs.Sum(static p => p.Methods);
                if (count > Sample && done % 1000 == 0)
                    TestContext.Current.SendDiagnosticMessage($"{done} programs of {methods} methods, {failures.Count} of them differ");
                if (failures.Count >= MostFailures)
                    loop.Stop();
            }
        });
        Assert.True(failures.Count == 0, $"{done} programs of {methods} methods:\n\n{string.Join("\n\n", failures)}");
    }

    private static int Read(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out int value) ? value : otherwise;
}
