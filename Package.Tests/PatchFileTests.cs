using CoGen.Package.Tests.Harness;

namespace CoGen.Package.Tests;

/// <summary>A project that names a file of rules.</summary>
public sealed class PatchFileTests(PackedPackage package)
{
    private const string Program =
        """
        using System.Runtime.CompilerServices;
        using CoGen;

        Fiber other = Co.Spawn(() => Device.Log.Add("other"));
        Co.Run(Tasks.Work);
        Console.WriteLine(string.Join(' ', Device.Log));

        static partial class Tasks
        {
            [Coroutine]
            public static void Work()
            {
                int value = Device.Ask(20);
                Device.Log.Add($"{value} {Device.IsOnOwnThread(Environment.CurrentManagedThreadId)}");
            }
        }

        static class Device
        {
            public static List<string> Log { get; } = [];

            public static int Ask(int value) => value;

            [MethodImpl(MethodImplOptions.NoInlining)]
            public static bool IsOnOwnThread(int caller) => Environment.CurrentManagedThreadId != caller;
        }

        static class DevicePatches
        {
            public static async Coroutine<int> AskAsync(int value)
            {
                await Co.YieldAsync();
                return value + 1;
            }
        }
        """;

    private const string Rules =
        "# what our devices do\n" +
        "M:Device.Ask(System.Int32)\tdevices\tadapt\tTeam.DevicePatches.AskAsync\tit asks in turns\n" +
        "M:Device.IsOnOwnThread(System.Int32)\tdevices\toffload\n";

    private const string Reference = """<CoGenPatches Include="team.patches.tsv" />""";

    [Fact]
    public void Its_calls_become_what_the_file_says()
    {
        Consumer app = new(package, "Patched", Program.Replace("static class DevicePatches", "namespace Team { static class DevicePatches", StringComparison.Ordinal) + "}", references: Reference);
        File.WriteAllText(Path.Combine(app.Folder, "team.patches.tsv"), Rules);

        Assert.Empty(app.Build().Succeeds().Warnings);
        Assert.Equal(["other 21 True"], app.Run().Succeeds().OutputLines);
    }

    [Fact]
    public void A_line_that_is_no_rule_is_an_error_at_that_line()
    {
        Consumer app = new(package, "Malformed", "System.Console.WriteLine();", references: Reference);
        File.WriteAllText(Path.Combine(app.Folder, "team.patches.tsv"), "# one that is none\nM:System.IO.File.Exists(System.String)\tfiles\tforget\n");

        Command build = app.Build().Fails();
        Assert.Contains("team.patches.tsv(2,1): error CG0013", build.Output, StringComparison.Ordinal);
    }
}
