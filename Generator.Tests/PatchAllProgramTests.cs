using System.Collections.Immutable;
using CoGen.Generator.Tests.Harness.Programs;
using CoGen.Generator.Tests.Prelude;

namespace CoGen.Generator.Tests;

/// <summary>The programs below <c>Programs/</c> once more, with no tag in them and <c>[assembly: PatchAll]</c> above: they do the same.</summary>
public class PatchAllProgramTests
{
    private const int MostCalls = 5;

    /// <summary>The programs that show nothing here, with the reason.</summary>
    private static readonly Dictionary<string, string> s_exceptions = new()
    {
        ["Polymorphism/ExplicitOfFramework"] = "Main blocks behind an interface of the framework, where no twin could stand: it reaches no call that is patched.",
        ["Patches/InitializerStays"] = "Main blocks only where no replacement can stand: it reaches no call that is patched.",
        ["Members/TaggedLocalFunction"] = "A local function that is handed on as a delegate has a twin by its tag only: PatchAll is about members.",
        ["Members/LiftedNames"] = "The same.",
    };

    private static readonly ImmutableArray<ProgramText> s_programs = [.. ProgramText.ReadWanted().Where(static p => !s_exceptions.ContainsKey(p.Name))];

    private static readonly Lazy<IReadOnlyDictionary<string, ProgramBuild>> s_builds = new(
        () => ProgramCompiler.Compile([.. s_programs.Select(static p => p.WithoutTags())], analyze: false, assembly: "\n[assembly: PatchAll]"));

    public static TheoryData<string> Names => [.. s_programs.Select(static p => p.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Without_a_tag_a_program_does_what_it_did(string name)
    {
        ProgramBuild build = s_builds.Value[name];
        Assert.True(build.Errors.IsEmpty, $"{name} does not compile:\n{string.Join('\n', build.Errors)}\n{build.Twins}");

        ProgramPlan calm = new(Yields: false);
        ProgramOutcome original = ProgramRunner.RunOriginal(build.Main, calm);
        ProgramOutcome twin = Compare(build, original, calm);
        Assert.True(twin.Blocked == 0 || build.Program.StaysBlocking, $"{name}: {twin.Blocked} of {twin.Calls} calls still block.\n{build.Twins}");
        Compare(build, original, new ProgramPlan(Yields: true));
        Compare(build, original, new ProgramPlan(Yields: true, Seed: 1));
        for (int call = 1; call <= Math.Min(original.Calls, MostCalls); call++)
            Compare(build, ProgramRunner.RunOriginal(build.Main, calm with { ThrowAt = call }), new ProgramPlan(Yields: true, ThrowAt: call, Seed: call));
    }

    private static ProgramOutcome Compare(ProgramBuild build, ProgramOutcome original, ProgramPlan plan)
    {
        ProgramOutcome twin = ProgramRunner.RunTwin(build.Twin, plan);
        if (twin.Log != original.Log)
            Assert.Fail($"{build.Program}, {plan}:\n--- original\n{original.Log}\n--- twin\n{twin.Log}\n{build.Twins}");
        return twin;
    }
}
