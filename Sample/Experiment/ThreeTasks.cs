using CoGen.Sample.Timelines;
using Spectre.Console;

namespace CoGen.Sample.Experiment;

/// <summary>The experiment: tasks A, B and C print a line and sleep a second, in four ways.</summary>
internal static class ThreeTasks
{
    /// <summary>Runs the parts and says whether each kept its order.</summary>
    public static bool Run(IAnsiConsole console, IEnumerable<Part> parts, string? svgPath)
    {
        List<(Part Part, Timeline Timeline)> results = [];
        foreach (Part part in parts)
            results.Add((part, Show(console, part)));

        Summarize(console, results);

        if (svgPath is not null)
        {
            SvgPicture picture = new(results.Where(r => r.Part == Part.NotTagged || r.Part == Part.Tagged).Select(r => (r.Part.Title[3..], r.Timeline)));
            File.WriteAllText(svgPath, picture.Draw());
            console.MarkupLineInterpolated($"The picture is in [blue]{svgPath}[/].");
        }

        return results.All(r => r.Timeline.Order == r.Part.Order);
    }

    private static Timeline Show(IAnsiConsole console, Part part)
    {
        console.Write(new Rule($"[bold]{Markup.Escape(part.Title)}[/]") { Justification = Justify.Left });
        console.MarkupLineInterpolated($"[dim]{part.Point}[/]");

        Timeline timeline;
        using (LineRecorder recorder = LineRecorder.Start())
        {
            part.Run();
            timeline = recorder.Finish(part.Sleeps);
        }

        console.WriteLine();
        console.Write(TimelineView.Of(timeline));
        console.MarkupLineInterpolated($"[bold]{timeline.End.TotalSeconds:0.0} s[/]");
        console.WriteLine();
        return timeline;
    }

    private static void Summarize(IAnsiConsole console, List<(Part Part, Timeline Timeline)> results)
    {
        Table table = new Table().RoundedBorder().Title("Three tasks")
            .AddColumn(new TableColumn("part").NoWrap()).AddColumn("order")
            .AddColumn(new TableColumn("expected").RightAligned().NoWrap())
            .AddColumn(new TableColumn("measured").RightAligned().NoWrap());

        foreach ((Part part, Timeline timeline) in results)
        {
            bool kept = timeline.Order == part.Order;
            table.AddRow(
                new Markup(Markup.Escape(part.Title)),
                new Markup(kept ? $"[green]✓[/] {part.ShortOrder}" : $"[red]✗[/] {timeline.Order}"),
                new Markup($"{(double)part.Seconds / Pace.Divisor:0.0} s"),
                new Markup($"[bold]{timeline.End.TotalSeconds:0.0} s[/]"));
        }

        console.Write(table);
    }
}
