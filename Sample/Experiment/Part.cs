using CoGen.Sample.Timelines;

namespace CoGen.Sample.Experiment;

/// <summary>One part of the experiment, and what it should show.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="Point">What there is to see.</param>
/// <param name="Run">The tasks, from start to end.</param>
/// <param name="Order">The lines in the order they must come, separated by blanks.</param>
/// <param name="Seconds">How many of the experiment's seconds it should take.</param>
/// <param name="Sleeps">Where a task sleeps: right after the line it prints, or before the next.</param>
internal sealed record Part(string Title, string Point, Action Run, string Order, int Seconds, SleepPlacement Sleeps)
{
    private const string OneAfterAnother = "A0 A1 A2 B0 B1 B2 C0 C1 C2";
    private const string Interleaved = "A0 B0 C0 A1 B1 C1 A2 B2 C2";

    public static readonly Part Manual = new(
        "1. manual switching",
        "Greenlets switched by hand: interleaved, and no time saved.",
        ManualSwitching.Run, $"{Interleaved} A3 B3 C3 A4 B4 C4", 13, SleepPlacement.BeforeNextLine);

    public static readonly Part NotTagged = new(
        "2. unpatched",
        "Co.Spawn of methods that are not [Coroutine]: each sleep holds the thread (CG1002 at each Spawn).",
        Unpatched.Run, OneAfterAnother, 9, SleepPlacement.AfterLine);

    public static readonly Part Tagged = new(
        "3. patched",
        "The same bodies, tagged [Coroutine]: each sleep is a yield.",
        Patched.Run, Interleaved, 3, SleepPlacement.AfterLine);

    public static readonly Part Whole = new(
        "3b. PatchAll",
        "Not a single tag: [assembly: PatchAll] finds what reaches a call that blocks.",
        WithoutTags.Run, Interleaved, 3, SleepPlacement.AfterLine);

    public static readonly Part Bare = new(
        "4a. pitfall: bare",
        "using static Thread; Sleep(…): bound by symbol, so patched all the same.",
        BareSleep.Run, Interleaved, 3, SleepPlacement.AfterLine);

    public static readonly Part Captured = new(
        "4b. pitfall: captured",
        "Action<int> sleep = Thread.Sleep: escapes the patch, and the build says so (CG1003).",
        CapturedSleep.Run, OneAfterAnother, 9, SleepPlacement.AfterLine);

    public static readonly IReadOnlyList<Part> All = [Manual, NotTagged, Tagged, Whole, Bare, Captured];

    /// <summary>The same order with its middle left out, where it is long.</summary>
    public string ShortOrder => Order.Length <= Interleaved.Length ? Order : $"{Order[..11]} … {Order[^8..]}";
}
