namespace CoGen.Sample.Timelines;

/// <summary>Where in its loop a task sleeps.</summary>
internal enum SleepPlacement
{
    /// <summary>It prints and sleeps.</summary>
    AfterLine,

    /// <summary>It prints, hands over, and sleeps once it is handed the thread again.</summary>
    BeforeNextLine,
}
