namespace CoGen.Semantics.Catalog;

/// <summary>A member that is known to block.</summary>
/// <param name="Advice">What to do instead, made to stand at the end of a sentence.</param>
public sealed record BlockingEntry(string Advice);
