namespace CoGen;

/// <summary>
/// Ends a greenlet without an error: its parent's switch returns the exception as a value. The counterpart of greenlet's
/// <c>GreenletExit</c>.
/// </summary>
public sealed class GreenletExitException : OperationCanceledException
{
    /// <summary>Creates the exception.</summary>
    public GreenletExitException()
        : this("The greenlet was told to exit.")
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">What happened.</param>
    public GreenletExitException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="innerException">What caused it.</param>
    public GreenletExitException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
