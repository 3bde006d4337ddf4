namespace CoGen.Soak;

/// <summary>A failure on purpose.</summary>
internal sealed class ExpectedException : Exception;
