namespace CoGen.Analyzers.Originals;

/// <summary>Where the original of a coroutine runs, though its twin could.</summary>
/// <param name="Runner">What runs it, as the subject of a sentence.</param>
/// <param name="Where">What waits for it meanwhile.</param>
/// <param name="Advice">What to write instead.</param>
/// <param name="IsGrave">Whether others wait for the thread; else it is one of its own.</param>
internal sealed record OriginalRun(string Runner, string Where, string Advice, bool IsGrave);
