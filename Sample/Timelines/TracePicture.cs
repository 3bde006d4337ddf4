using System.Globalization;
using System.Security;
using System.Text;

namespace CoGen.Sample.Timelines;

/// <summary>A trace as one SVG: a lane for each fiber.</summary>
internal sealed class TracePicture(IReadOnlyList<TraceLane> lanes)
{
    private const int Width = 760;
    private const int LaneHeight = 34;
    private const int Left = 104;
    private const int Top = 52;
    private const int Margin = 24;
    private const string TurnColor = "#fbbf24";
    private const string WaitColor = "#34d399";

    private readonly StringBuilder _svg = new();
    private readonly double _end = lanes.Max(lane => lane.Turns.Max(turn => turn.To));

    public string Draw()
    {
        int bottom = Top + (lanes.Count * LaneHeight);
        Line($"""<text x="{Margin}" y="32" fill="#e2e8f0" font-weight="bold">one thread, {lanes.Count} fibers<tspan fill="#94a3b8" font-weight="normal" dx="12">{_end / 1000:0.0} s</tspan></text>""");
        for (int tick = 0; tick * (double)Pace.Second <= _end; tick++)
        {
            Line($"""<line x1="{X(tick * Pace.Second):0.#}" y1="{Top}" x2="{X(tick * Pace.Second):0.#}" y2="{bottom}" stroke="#334155"/>""");
            Line($"""<text x="{X(tick * Pace.Second):0.#}" y="{bottom + 18}" fill="#64748b" font-size="12" text-anchor="middle">{(double)tick / Pace.Divisor} s</text>""");
        }

        for (int i = 0; i < lanes.Count; i++)
            Lane(lanes[i], Top + (i * LaneHeight));

        Line($"""<text x="{Left}" y="{bottom + 42}" fill="#94a3b8" font-size="12"><tspan fill="{TurnColor}">■</tspan> a turn <tspan fill="{WaitColor}" dx="16">■</tspan> waits, and the thread is free</text>""");
        return Invariant($"""
            <svg xmlns="http://www.w3.org/2000/svg" width="{Width}" height="{bottom + 58}" viewBox="0 0 {Width} {bottom + 58}" font-family="ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace" font-size="14">
              <rect width="100%" height="100%" rx="12" fill="#0f172a"/>
            {_svg}</svg>

            """);
    }

    private void Lane(TraceLane lane, int top)
    {
        double middle = top + (LaneHeight / 2);
        Line($"""<text x="{Margin}" y="{middle + 5}" fill="#cbd5e1" font-weight="bold">{SecurityElement.Escape(lane.Name)}</text>""");
        foreach ((double from, double to, string reason) in lane.Waits)
        {
            Line($"""<rect x="{X(from):0.#}" y="{middle - 9}" width="{X(to) - X(from):0.#}" height="18" rx="4" fill="{WaitColor}" fill-opacity="0.85"/>""");
            if (X(to) - X(from) > 60)
                Line($"""<text x="{X(from) + 12:0.#}" y="{middle + 4.5}" fill="#0f172a" font-size="12">{SecurityElement.Escape(reason)}</text>""");
        }

        foreach ((double from, double to) in lane.Turns)
            Line($"""<rect x="{X(from):0.#}" y="{middle - 12}" width="{Math.Max(3, X(to) - X(from)):0.#}" height="24" rx="1" fill="{TurnColor}"/>""");
    }

    private void Line(FormattableString element) => _svg.Append("  ").Append(Invariant(element)).Append('\n');

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private double X(double milliseconds) => Left + (milliseconds * (Width - Left - Margin - 12) / _end);
}
