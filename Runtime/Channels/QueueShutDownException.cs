namespace CoGen;

/// <summary>
/// Thrown by a put into a queue or channel that was shut down, and by a take from one that was shut down and is empty; the
/// counterpart of gevent's <c>ShutDown</c>. If it was shut down with an error, that is the <see cref="Exception.InnerException"/>.
/// </summary>
public sealed class QueueShutDownException : InvalidOperationException
{
    /// <summary>Creates the exception.</summary>
    public QueueShutDownException()
        : this("The queue was shut down.")
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">What happened.</param>
    public QueueShutDownException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="innerException">What caused it.</param>
    public QueueShutDownException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
