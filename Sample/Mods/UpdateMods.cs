using Spectre.Console;

namespace CoGen.Sample.Mods;

/// <summary>A hundred downloads from a slow server by the same blocking code, three ways.</summary>
internal static class UpdateMods
{
    /// <summary>Runs every mode and says whether each brought home all files but the one that the server breaks off.</summary>
    public static bool Run(IAnsiConsole console)
    {
        IReadOnlyList<ModFile> files = ModFile.CreateAll();
        console.Write(new Rule($"[bold]Update {files.Count} mods[/]") { Justification = Justify.Left });
        console.MarkupLine("[dim]The same blocking code: HttpClient.Send, Stream.Read, FileStream.Write, SHA-256. One download is reset half-way.[/]");

        using ModServer server = new(files);
        DirectoryInfo folder = Directory.CreateTempSubdirectory("cogen-mods-");
        try
        {
            List<RunResult> results = RunAll(console, server.Address, folder);
            Summarize(console, results);
            return results.All(result => IsAsExpected(result, files));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static List<RunResult> RunAll(IAnsiConsole console, Uri server, DirectoryInfo folder)
    {
        Mode[] modes = Enum.GetValues<Mode>();
        if (!console.Profile.Capabilities.Interactive)
            return [.. modes.Select(mode => RunIn(mode, static () => { }))];

        return console.Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new FileCountColumn(), new ElapsedTimeColumn())
            .Start(progress =>
            {
                List<ProgressTask> bars = [.. modes.Select(mode => progress.AddTask(mode.Label(), autoStart: false, maxValue: ModFile.Count))];
                return modes.Zip(bars, (mode, bar) =>
                {
                    bar.StartTask();
                    RunResult result = RunIn(mode, () => bar.Increment(1));
                    bar.StopTask();
                    return result;
                }).ToList();
            });

        RunResult RunIn(Mode mode, Action advance) =>
            RunResult.Of(mode, server, folder.CreateSubdirectory(mode.ToString()).FullName, advance);
    }

    private static void Summarize(IAnsiConsole console, List<RunResult> results)
    {
        Table table = new Table().RoundedBorder().Title("A hundred downloads, three ways").AddColumn(new TableColumn("mode").NoWrap());
        foreach (string heading in (string[])["time", "done", "failed", "threads\nused", "peak threads\nin process", "peak\nmemory"])
            table.AddColumn(new TableColumn(heading).RightAligned());

        foreach (RunResult result in results)
        {
            table.AddRow(
                result.Mode.Label(), $"{result.Seconds:0.0} s", $"{result.Done.Count}", $"{result.Failures.Count}",
                $"{result.DownloadThreads}", $"{result.PeakThreads}", $"{result.PeakMemory / (1024.0 * 1024):0} MiB");
        }

        console.Write(table);

        foreach (RunResult result in results)
            foreach ((string name, string reason) in result.Failures)
                console.MarkupLineInterpolated($"[yellow]{result.Mode.Label()}: {name} failed:[/] {reason}");
    }

    private static bool IsAsExpected(RunResult result, IReadOnlyList<ModFile> files) =>
        result.Done.ToHashSet().SetEquals(files.Where(file => !file.BreaksOff).Select(file => file.Mod.Name))
        && result.Failures.Select(failure => failure.Name).SequenceEqual(files.Where(file => file.BreaksOff).Select(file => file.Mod.Name));

    private static string Label(this Mode mode) => mode switch
    {
        Mode.Sequential => "one by one",
        Mode.Threads => "on 100 threads",
        _ => "as 100 coroutines",
    };
}
