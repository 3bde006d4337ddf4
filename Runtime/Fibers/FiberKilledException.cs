namespace CoGen;

/// <summary>
/// Thrown in a fiber, at the wait it is at, when it is killed; the counterpart of greenlet's <c>GreenletExit</c>. Clean up
/// in <see langword="finally"/> and let it pass. A fiber that ends with it counts as killed, not as failed.
/// </summary>
public sealed class FiberKilledException : OperationCanceledException
{
    /// <summary>Creates the exception.</summary>
    public FiberKilledException()
        : this("The fiber was killed.")
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">What happened.</param>
    public FiberKilledException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="innerException">What caused it.</param>
    public FiberKilledException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
