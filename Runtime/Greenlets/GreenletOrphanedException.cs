namespace CoGen;

/// <summary>
/// A greenlet was dropped while it was suspended. It is never thrown, only reported: see
/// <see cref="Greenlet.UnobservedException"/>.
/// </summary>
public sealed class GreenletOrphanedException : Exception
{
    /// <summary>Creates the exception.</summary>
    public GreenletOrphanedException()
        : this("A greenlet was dropped while it was suspended.")
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">What happened.</param>
    public GreenletOrphanedException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="innerException">What caused it.</param>
    public GreenletOrphanedException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
