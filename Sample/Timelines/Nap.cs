namespace CoGen.Sample.Timelines;

/// <summary>A sleep of one task.</summary>
internal readonly record struct Nap(char Lane, TimeSpan From, TimeSpan To)
{
    // Back-to-back sleeps may overlap by a scheduling delay; sleeps side by side overlap almost wholly.
    private static readonly TimeSpan s_slack = TimeSpan.FromMilliseconds(Pace.Second / 2);

    /// <summary>Whether the two were asleep at the same time, which on one thread only yielding tasks can be.</summary>
    public bool Overlaps(Nap other) =>
        (To < other.To ? To : other.To) - (From > other.From ? From : other.From) > s_slack;
}
