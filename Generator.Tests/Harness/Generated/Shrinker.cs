using System.Globalization;

namespace CoGen.Generator.Tests.Harness.Generated;

/// <summary>Makes a program that fails as small as it gets.</summary>
internal static class Shrinker
{
    private static readonly int s_mostTries = Environment.GetEnvironmentVariable("COGEN_SHRINK") is { } tries ? int.Parse(tries, CultureInfo.InvariantCulture) : 1500;

    private const int AtOnce = 30;

    /// <summary>The smallest program found that still fails in the same way, and what it does.</summary>
    public static string Shrink(GeneratedProgram program, string failure)
    {
        int tries = 0;
        while (tries < s_mostTries && FindSmaller(program, failure, ref tries) is { } found)
            (program, failure) = found;
        return $"Seed {program.Seed}: {failure}\n--- program\n{program.Write()}";
    }

    private static (GeneratedProgram, string)? FindSmaller(GeneratedProgram program, string failure, ref int tries)
    {
        foreach (GeneratedProgram[] candidates in program.Shrink().Chunk(AtOnce))
        {
            // Of one seed, they would all have one name; and which code is written depends on the first.
            ulong first = program.Seed / 50 * 50 + 1;
            GeneratedProgram[] named = [.. candidates.Select((p, i) => p with { Seed = first + (ulong)i })];
            tries += candidates.Length;
            (GeneratedProgram Program, string What) found = Judge.FindFailures(named, isThorough: true).FirstOrDefault(f => KindOf(f.What) == KindOf(failure));
            if (found.Program is not null)
                return (found.Program with { Seed = program.Seed }, found.What);
            if (tries >= s_mostTries)
                break;
        }

        return null;
    }

    // What does not compile has the id of an error; what differs does so with one plan or another.
    private static string KindOf(string failure) => failure.StartsWith("differs", StringComparison.Ordinal)
        ? "differs"
        : failure.Split(": error ").ElementAtOrDefault(1)?.Split(':')[0] ?? failure;
}
