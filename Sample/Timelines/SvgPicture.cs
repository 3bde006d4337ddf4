using System.Globalization;
using System.Text;

namespace CoGen.Sample.Timelines;

/// <summary>Several timelines as one SVG, to the same scale, one card.</summary>
internal sealed class SvgPicture(IEnumerable<(string Title, Timeline Timeline)> timelines)
{
    private const int SecondWidth = 76;
    private const int LaneHeight = 30;
    private const int Left = 52;
    private const int Margin = 24;
    private const string SharedColor = "#34d399";
    private const string HeldColor = "#f87171";

    private readonly List<(string Title, Timeline Timeline)> _timelines = [.. timelines];
    private readonly StringBuilder _svg = new();
    private double _y;

    public string Draw()
    {
        int seconds = _timelines.Max(t => Seconds(t.Timeline));
        int width = Left + (seconds * SecondWidth) + Margin + 12;

        _y = Margin;
        foreach ((string title, Timeline timeline) in _timelines)
            Part(title, timeline);
        Legend();

        return Invariant($"""
            <svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{_y:0}" viewBox="0 0 {width} {_y:0}" font-family="ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace" font-size="14">
              <rect width="100%" height="100%" rx="12" fill="#0f172a"/>
            {_svg}</svg>

            """);
    }

    private void Part(string title, Timeline timeline)
    {
        _y += 8;
        Line($"""<text x="{Margin}" y="{_y}" fill="#e2e8f0" font-weight="bold">{title}<tspan fill="#94a3b8" font-weight="normal" dx="12">{timeline.End.TotalSeconds:0.0} s</tspan></text>""");
        _y += 16;

        double top = _y;
        int seconds = Seconds(timeline);
        int lanes = timeline.Lanes.Count();
        for (int second = 0; second <= seconds; second++)
        {
            int x = Left + (second * SecondWidth);
            Line($"""<line x1="{x}" y1="{top}" x2="{x}" y2="{top + (lanes * LaneHeight)}" stroke="#334155"/>""");
            Line($"""<text x="{x}" y="{top + (lanes * LaneHeight) + 18}" fill="#64748b" font-size="12" text-anchor="middle">{(double)second / Pace.Divisor} s</text>""");
        }

        foreach (char lane in timeline.Lanes.Order())
            Lane(timeline, lane);

        _y += 46;
    }

    private void Lane(Timeline timeline, char lane)
    {
        double middle = _y + (LaneHeight / 2);
        Line($"""<text x="{Margin}" y="{middle + 5}" fill="#cbd5e1" font-weight="bold">{lane}</text>""");

        foreach (Nap nap in timeline.Naps.Where(nap => nap.Lane == lane))
        {
            string color = timeline.IsShared(nap) ? SharedColor : HeldColor;
            Line($"""<rect x="{X(nap.From) + 2:0.#}" y="{middle - 9}" width="{X(nap.To) - X(nap.From) - 4:0.#}" height="18" rx="5" fill="{color}" fill-opacity="0.85"/>""");
        }

        foreach (Mark mark in timeline.Marks.Where(mark => mark.Lane == lane))
            Line($"""<text x="{X(mark.At) + 9:0.#}" y="{middle + 4.5}" fill="#0f172a" font-size="12" font-weight="bold">{mark.Line}</text>""");

        _y += LaneHeight;
    }

    private void Legend()
    {
        Line($"""<text x="{Left}" y="{_y}" fill="#94a3b8" font-size="12"><tspan fill="{HeldColor}">■</tspan> asleep, and the thread is held <tspan fill="{SharedColor}" dx="16">■</tspan> asleep, and the thread is free</text>""");
        _y += Margin;
    }

    private void Line(FormattableString element) => _svg.Append("  ").Append(Invariant(element)).Append('\n');

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static double X(TimeSpan at) => Left + (at.TotalMilliseconds * SecondWidth / Pace.Second);

    private static int Seconds(Timeline timeline) => (int)Math.Round(timeline.End.TotalMilliseconds / Pace.Second);
}
