namespace CoGen.Sample.Timelines;

/// <summary>A line that a task printed, and when.</summary>
internal readonly record struct Mark(string Line, TimeSpan At)
{
    /// <summary>The task: the line's first letter.</summary>
    public char Lane => Line[0];
}
