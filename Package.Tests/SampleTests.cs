using System.Text.Json;
using System.Text.RegularExpressions;
using CoGen.Package.Tests.Harness;

namespace CoGen.Package.Tests;

/// <summary>The Sample itself, run fast: its orders and what it reports, not its times.</summary>
public sealed partial class SampleTests
{
    private const string Interleaved = "A0 B0 C0 A1 B1 C1 A2 B2 C2";
    private const string OneAfterAnother = "A0 A1 A2 B0 B1 B2 C0 C1 C2";

    [Fact]
    public void The_experiment_prints_its_orders()
    {
        Command run = RunSample("experiment", "--fast").Succeeds();

        Assert.Equal(
            [
                ("1. manual switching", $"{Interleaved} A3 B3 C3 A4 B4 C4"),
                ("2. unpatched", OneAfterAnother),
                ("3. patched", Interleaved),
                ("3b. PatchAll", Interleaved),
                ("4a. pitfall: bare", Interleaved),
                ("4b. pitfall: captured", OneAfterAnother),
            ],
            OrdersByPart(run));
    }

    [Fact]
    public void The_picture_is_an_svg_with_every_line_of_the_two_parts_that_it_compares()
    {
        string path = Path.Combine(Directory.CreateTempSubdirectory("cogen-sample-").FullName, "picture.svg");

        RunSample("experiment", "--fast", "--svg", path).Succeeds();

        System.Xml.Linq.XDocument svg = System.Xml.Linq.XDocument.Load(path);
        IEnumerable<string> lines = svg.Descendants().Select(element => element.Value).Where(value => TaskLine().IsMatch(value)).Order();
        Assert.Equal(Interleaved.Split(' ').Concat(Interleaved.Split(' ')).Order(), lines);
        Directory.GetParent(path)!.Delete(recursive: true);
    }

    [Fact]
    public void The_trace_of_the_three_tasks_has_three_lanes_and_so_has_its_picture()
    {
        string folder = Directory.CreateTempSubdirectory("cogen-sample-").FullName;
        string trace = Path.Combine(folder, "trace.json");
        string picture = Path.Combine(folder, "trace.svg");

        RunSample("trace", trace, "--fast", "--svg", picture).Succeeds();

        using (JsonDocument json = JsonDocument.Parse(File.ReadAllText(trace)))
        {
            JsonElement[] events = [.. json.RootElement.GetProperty("traceEvents").EnumerateArray()];
            Assert.Equal(
                ["A", "B", "C"],
                events.Where(e => e.GetProperty("ph").GetString() == "M" && e.GetProperty("name").GetString() == "thread_name").Select(e => e.GetProperty("args").GetProperty("name").GetString()).Distinct().Order());
            Assert.Equal(3, events.Where(e => e.GetProperty("ph").GetString() == "B").Select(e => e.GetProperty("tid").GetInt64()).Distinct().Count());
        }

        System.Xml.Linq.XDocument svg = System.Xml.Linq.XDocument.Load(picture);
        Assert.Equal(["A", "B", "C"], svg.Descendants().Select(element => element.Value).Where(value => value.Length == 1 && char.IsAsciiLetter(value[0])).Order());
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void The_mods_arrive_in_every_mode_but_for_the_one_that_is_reset()
    {
        Command run = RunSample("mods", "--fast").Succeeds();

        // mode | time | done | failed | threads | …
        Assert.Equal(
            [("one by one", "99", "1", "1"), ("on 100 threads", "99", "1", "100"), ("as 100 coroutines", "99", "1", "1")],
            run.OutputLines.Where(line => line.StartsWith('│')).Select(line => line.Split('│', StringSplitOptions.TrimEntries))
                .Where(cells => cells[3] is "99").Select(cells => (cells[1], cells[3], cells[4], cells[5])));
        Assert.Equal(3, run.OutputLines.Count(line => line.Contains("ember-beacon.zip failed: ", StringComparison.Ordinal)));
    }

    [Fact]
    public void An_argument_that_it_does_not_know_is_answered_with_the_usage()
    {
        Command run = RunSample("--slow");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("Usage: Sample", run.Output, StringComparison.Ordinal);
    }

    private static Command RunSample(params string[] arguments) =>
        Command.Dotnet(AppContext.BaseDirectory, ["Sample.dll", .. arguments]);

    private static List<(string Part, string Order)> OrdersByPart(Command run)
    {
        List<(string Part, string Order)> parts = [];
        foreach (string line in run.OutputLines)
        {
            if (PartHeading().Match(line) is { Success: true } heading)
                parts.Add((heading.Groups[1].Value, ""));
            else if (TaskLine().IsMatch(line))
                parts[^1] = (parts[^1].Part, $"{parts[^1].Order} {line}".TrimStart());
        }

        return parts;
    }

    [GeneratedRegex(@"^── (\d\w?\. .*?) ─+$")]
    private static partial Regex PartHeading();

    [GeneratedRegex(@"^[ABC]\d$")]
    private static partial Regex TaskLine();
}
