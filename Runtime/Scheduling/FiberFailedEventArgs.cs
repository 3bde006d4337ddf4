namespace CoGen;

/// <summary>Tells of a fiber that ended with an error.</summary>
/// <param name="fiber">The fiber.</param>
/// <param name="error">The error.</param>
public sealed class FiberFailedEventArgs(Fiber fiber, Exception error) : EventArgs
{
    /// <summary>The fiber.</summary>
    public Fiber Fiber { get; } = fiber;

    /// <summary>The error, which is also kept as <see cref="Fiber.Exception"/>.</summary>
    public Exception Error { get; } = error;
}
