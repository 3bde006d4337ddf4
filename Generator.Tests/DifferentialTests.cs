using System.Collections.Immutable;
using CoGen.Generator.Tests.Harness.Programs;
using CoGen.Generator.Tests.Prelude;

namespace CoGen.Generator.Tests;

/// <summary>The programs below <c>Programs/</c>: each does as a twin what it does as it was written. See the README there.</summary>
public class DifferentialTests
{
    private const int Seeds = 3;

    private const int MostCalls = 40;

    private static readonly ImmutableArray<ProgramText> s_programs = ProgramText.ReadWanted();

    private static readonly Lazy<IReadOnlyDictionary<string, ProgramBuild>> s_builds = new(() => ProgramCompiler.Compile(s_programs));

    public static TheoryData<string> Names => [.. s_programs.Select(static p => p.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_twin_does_what_its_original_does(string name)
    {
        ProgramBuild build = s_builds.Value[name];
        if (Environment.GetEnvironmentVariable("COGEN_PROGRAMS") is not null)
            TestContext.Current.SendDiagnosticMessage(build.Twins);
        Assert.True(build.Errors.IsEmpty, $"{name} does not compile:\n{string.Join('\n', build.Errors)}\n{build.Twins}");
        AssertDiagnostics(build);

        ProgramPlan calm = new(Yields: false);
        ProgramOutcome original = ProgramRunner.RunOriginal(build.Main, calm);
        Assert.True(!original.Log.Contains("\n!! ", StringComparison.Ordinal), $"{name}: the original fails:\n{original.Log}");
        AssertWaits(build, original);

        Compare(build, original, calm);
        for (int seed = 0; seed <= Seeds; seed++)
            Compare(build, original, new ProgramPlan(Yields: true, Seed: seed));

        for (int call = 1; call <= Math.Min(original.Calls, MostCalls); call++)
        {
            ProgramOutcome failed = ProgramRunner.RunOriginal(build.Main, calm with { ThrowAt = call });
            Compare(build, failed, calm with { ThrowAt = call });
            Compare(build, failed, new ProgramPlan(Yields: true, ThrowAt: call, Seed: call));
            Compare(build, ProgramRunner.RunOriginal(build.Main, calm with { KillAt = call }), new ProgramPlan(Yields: true, KillAt: call, Seed: call));
        }
    }

    private static void AssertDiagnostics(ProgramBuild build)
    {
        string[] expected = [.. build.Program.Files.SelectMany(static f => f.ExpectedDiagnostics).Order(StringComparer.Ordinal)];
        string[] reported = [.. build.Diagnostics.Order(StringComparer.Ordinal)];
        Assert.True(expected.SequenceEqual(reported), $"{build.Program}: expected\n{string.Join('\n', expected)}\nreported\n{string.Join('\n', reported)}\n{build.Twins}");
        Assert.Equal(build.Program.DiagnosticIds, expected.Select(static d => d[..6]).Distinct().Order(StringComparer.Ordinal));
    }

    // A twin that called its original would pass all other tests.
    private static void AssertWaits(ProgramBuild build, ProgramOutcome original)
    {
        ProgramOutcome twin = ProgramRunner.RunTwin(build.Twin, new ProgramPlan(Yields: true));
        if (build.Program.StaysBlocking)
        {
            Assert.True(twin.Blocked > 0 || original.Calls == 0, $"{build.Program}: the header says that a call stays blocking, and none does.");
            return;
        }

        Assert.True(twin.Blocked == 0, $"{build.Program}: {twin.Blocked} of {twin.Calls} calls still block.\n{build.Twins}");
        Assert.True(twin.TurnsOfOthers > 0, $"{build.Program}: the twin never lets others run.\n{build.Twins}");
    }

    private static void Compare(ProgramBuild build, ProgramOutcome original, ProgramPlan plan)
    {
        ProgramOutcome twin = ProgramRunner.RunTwin(build.Twin, plan);
        if (twin.Log != original.Log)
            Assert.Fail($"{build.Program}, {plan}:\n--- original\n{original.Log}\n--- twin\n{twin.Log}\n{build.Twins}");
    }
}
