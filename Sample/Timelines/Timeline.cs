namespace CoGen.Sample.Timelines;

/// <summary>Who ran when: the lines printed and the sleeps between them.</summary>
internal sealed class Timeline
{
    private Timeline(IReadOnlyList<Mark> marks, TimeSpan end, IReadOnlyList<Nap> naps) => (Marks, End, Naps) = (marks, end, naps);

    public IReadOnlyList<Mark> Marks { get; }

    public IReadOnlyList<Nap> Naps { get; }

    /// <summary>How long it all took.</summary>
    public TimeSpan End { get; }

    /// <summary>The lines, as printed.</summary>
    public string Order => string.Join(' ', Marks.Select(mark => mark.Line));

    public IEnumerable<char> Lanes => Marks.Select(mark => mark.Lane).Distinct();

    /// <summary>Whether others were asleep during this sleep too: the thread was shared, not held.</summary>
    public bool IsShared(Nap nap) => Naps.Any(other => other.Lane != nap.Lane && other.Overlaps(nap));

    public static Timeline Of(IReadOnlyList<Mark> marks, TimeSpan end, SleepPlacement placement) =>
        new(marks, end, placement == SleepPlacement.AfterLine ? NapsAfter(marks, end) : NapsBetween(marks, end));

    private static List<Nap> NapsAfter(IReadOnlyList<Mark> marks, TimeSpan end)
    {
        List<Nap> naps = [];
        foreach (Mark mark in marks)
        {
            TimeSpan next = marks.FirstOrDefault(m => m.Lane == mark.Lane && m.At > mark.At, new Mark(mark.Line, end)).At;
            TimeSpan wake = mark.At + TimeSpan.FromMilliseconds(Pace.Second);
            naps.Add(new Nap(mark.Lane, mark.At, wake < next ? wake : next));
        }

        return naps;
    }

    // Each gap between two lines is the sleep of the task that prints the second; the last is of the one whose turn it is.
    private static List<Nap> NapsBetween(IReadOnlyList<Mark> marks, TimeSpan end)
    {
        List<Nap> naps = [];
        for (int i = 1; i <= marks.Count; i++)
        {
            (char lane, TimeSpan at) = i < marks.Count ? (marks[i].Lane, marks[i].At) : (marks[0].Lane, end);
            if (at - marks[i - 1].At > TimeSpan.FromMilliseconds(Pace.Second / 2))
                naps.Add(new Nap(lane, marks[i - 1].At, at));
        }

        return naps;
    }
}
