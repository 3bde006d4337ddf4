using Spectre.Console;
using Spectre.Console.Rendering;

namespace CoGen.Sample.Timelines;

/// <summary>The timeline as text: one lane per task over a time axis, all parts to the same scale.</summary>
internal static class TimelineView
{
    private const int ColumnsPerSecond = 5;

    public static IRenderable Of(Timeline timeline)
    {
        List<IRenderable> rows = [.. timeline.Lanes.Order().Select(lane => Lane(timeline, lane)), Axis(timeline)];
        if (timeline.Naps.Any(timeline.IsShared))
            rows.Add(new Markup("   [dim]● prints  [/][green]─[/][dim] asleep, the thread is free[/]"));
        else
            rows.Add(new Markup("   [dim]● prints  [/][red]━[/][dim] asleep, and the others wait[/]"));
        return new Rows(rows);
    }

    private static Markup Lane(Timeline timeline, char lane)
    {
        string[] cells = [.. Enumerable.Repeat(" ", Column(timeline.End) + 1)];

        foreach (Nap nap in timeline.Naps.Where(nap => nap.Lane == lane))
        {
            string line = timeline.IsShared(nap) ? "[green]─[/]" : "[red]━[/]";
            cells.AsSpan(Column(nap.From)..Column(nap.To)).Fill(line);
        }

        foreach (Mark mark in timeline.Marks.Where(mark => mark.Lane == lane))
            cells[Column(mark.At)] = "[bold]●[/]";

        return new Markup($"[bold]{lane}[/]  {string.Concat(cells)}");
    }

    private static Markup Axis(Timeline timeline)
    {
        int seconds = (int)Math.Round(timeline.End.TotalMilliseconds / Pace.Second);
        IEnumerable<string> ticks = Enumerable.Range(0, seconds + 1).Select(tick => $"{(double)tick / Pace.Divisor}".PadRight(ColumnsPerSecond));
        return new Markup($"[dim]   {string.Concat(ticks).TrimEnd()} s[/]");
    }

    private static int Column(TimeSpan at) => (int)Math.Round(at.TotalMilliseconds * ColumnsPerSecond / Pace.Second);
}
