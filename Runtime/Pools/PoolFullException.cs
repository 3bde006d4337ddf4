namespace CoGen;

/// <summary>Thrown when a pool had no free slot in time; the counterpart of gevent's <c>PoolFull</c>. Nothing was started, and the pool is as it was.</summary>
public sealed class PoolFullException : TimeoutException
{
    /// <summary>Creates the exception.</summary>
    public PoolFullException()
        : this("The pool was full.")
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">What happened.</param>
    public PoolFullException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="innerException">What caused it.</param>
    public PoolFullException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    internal PoolFullException(object pool, int size)
        : base($"{pool} stayed full: of its {size} slots none was free in time.")
    {
    }
}
