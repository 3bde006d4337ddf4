using System.Text.Json;
using CoGen.Package.Tests.Harness;

namespace CoGen.Package.Tests;

/// <summary>A project without a tag, patched as a whole, whose builds report their blocking calls.</summary>
public sealed class ReportTests(PackedPackage package)
{
    private const string Program =
        """
        using CoGen;

        [assembly: PatchAll(Except = ["Tasks.Legacy"])]

        Co.JoinAll(Co.Spawn(Tasks.Work, "A"), Co.Spawn(Tasks.Work, "B"), Co.Spawn(Tasks.Work, "C"));
        Thread.Sleep(1);

        static partial class Tasks
        {
            public static void Work(string name)
            {
                for (int i = 0; i < 3; i++)
                    Step($"{name}{i}; 100%25");
            }

            private static void Step(string line)
            {
                Console.WriteLine(line[..2]);
                Thread.Sleep(100);
            }

            public static void Legacy() => Thread.Sleep(1);
        }
        """;

    [Fact]
    public void Without_a_tag_it_takes_turns_and_its_build_says_what_became_of_each_blocking_call()
    {
        Consumer app = new(package, "Untagged", Program, properties: "<CoGenReport>true</CoGenReport>");

        Assert.Empty(app.Build().Succeeds().Warnings);
        Assert.Equal(ReadmeProgramTests.Order, app.Run().Succeeds().OutputLines);

        string text = Path.Combine(app.Folder, "obj", "Debug", "net10.0", "Untagged.blocking.txt");
        Assert.Equal(
            [
                "2 patched, 0 offloaded, 1 excluded, 1 still blocking",
                "Program.cs(6,8): blocking: Thread.Sleep because its method is the entry point, which is plain code [<top-level-statements-entry-point>]",
                "Program.cs(13,13): patched: Tasks.Step -> Tasks.StepAsync [Tasks.Work(string)]",
                "Program.cs(19,16): patched: Thread.Sleep -> Co.SleepAsync [Tasks.Step(string)]",
                "Program.cs(22,43): excluded: Thread.Sleep because PatchAll leaves its method out [Tasks.Legacy()]",
            ],
            File.ReadAllLines(text));

        using JsonDocument json = JsonDocument.Parse(File.ReadAllText(Path.ChangeExtension(text, ".json")));
        Assert.Equal(2, json.RootElement.GetProperty("counts").GetProperty("patched").GetInt32());
        Assert.Equal(4, json.RootElement.GetProperty("calls").GetArrayLength());

        // Nothing has changed: nothing is written.
        DateTime written = File.GetLastWriteTimeUtc(text);
        app.Build().Succeeds();
        Assert.Equal(written, File.GetLastWriteTimeUtc(text));
    }

    [Fact]
    public void It_goes_where_the_project_says_and_nowhere_without_being_asked_for()
    {
        Consumer app = new(package, "Elsewhere", Program, properties: "<CoGenReport>true</CoGenReport><CoGenReportPath>reports</CoGenReportPath>");
        app.Build().Succeeds();
        Assert.Equal(["Elsewhere.blocking.json", "Elsewhere.blocking.txt"], Directory.EnumerateFiles(Path.Combine(app.Folder, "reports")).Select(Path.GetFileName).Order());

        Consumer silent = new(package, "Silent", Program);
        silent.Build().Succeeds();
        Assert.DoesNotContain(Directory.EnumerateFiles(silent.Folder, "*", SearchOption.AllDirectories), static f => f.Contains(".blocking.", StringComparison.Ordinal));
    }
}
