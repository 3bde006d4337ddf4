using CoGen.Package.Tests.Harness;

namespace CoGen.Package.Tests;

public sealed class ReadmeProgramTests(PackedPackage package)
{
    internal static readonly string[] Order = ["A0", "B0", "C0", "A1", "B1", "C1", "A2", "B2", "C2"];

    [Fact]
    public void It_builds_without_a_warning_and_takes_turns()
    {
        Consumer app = new(package, "Readme", Repository.ReadmeProgram());

        Assert.Empty(app.Build().Succeeds().Warnings);
        Assert.Equal(Order, app.Run().Succeeds().OutputLines);
    }

    [Fact]
    public void So_does_the_one_without_tags()
    {
        Consumer app = new(package, "Untagged", Repository.ReadmeProgram(index: 1));

        Assert.Empty(app.Build().Succeeds().Warnings);
        Assert.Equal(Order, app.Run().Succeeds().OutputLines);
    }

    [Fact]
    public void It_is_under_twenty_lines() =>
        Assert.InRange(Repository.ReadmeProgram().TrimEnd().Split('\n').Length, 1, 19);

    [Fact]
    public void Without_partial_the_build_fails_and_says_why()
    {
        string program = Repository.ReadmeProgram();
        string without = program.Replace("partial class", "class", StringComparison.Ordinal);
        Assert.NotEqual(program, without);

        Command build = new Consumer(package, "NotPartial", without).Build().Fails();

        Assert.Contains("error CG0001", build.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_blocking_method_captured_as_a_delegate_is_warned_of()
    {
        string program = Repository.ReadmeProgram() +
            """
            static class Captured
            {
                public static readonly Action<int> Sleep = Thread.Sleep;
            }
            """;

        Command build = new Consumer(package, "Captured", program).Build().Succeeds();

        string warning = Assert.Single(build.Warnings);
        Assert.Contains("warning CG1003", warning, StringComparison.Ordinal);
    }
}
