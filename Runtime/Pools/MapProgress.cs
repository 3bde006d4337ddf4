namespace CoGen;

/// <summary>How far a map has come. Reported each time a call has ended, on the thread that ran it; a report must not wait.</summary>
/// <param name="Ended">How many calls have ended, in whatever way.</param>
/// <param name="Total">How many there will be; null if the source does not say.</param>
public readonly record struct MapProgress(int Ended, int? Total);
