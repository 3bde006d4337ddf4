namespace CoGen;

/// <summary>
/// Says that a task of a <see cref="CoDag{TKey, TValue}"/> has failed, to whoever asks for its value. The error is the
/// <see cref="Exception.InnerException"/>: of the task itself or, if that let the failure of a dependency pass, another
/// exception of this kind, down to the one that began it (<see cref="Exception.GetBaseException"/>). eventlet's
/// <c>PropagateError</c>.
/// </summary>
public sealed class DagException : Exception
{
    /// <summary>Creates the exception.</summary>
    public DagException()
        : this("A task failed.")
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">What happened.</param>
    public DagException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="innerException">What caused it.</param>
    public DagException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    internal DagException(object key, Exception error)
        : base($"The task of '{key}' failed: {error.Message}", error) => Key = key;

    /// <summary>The key of the task that failed; null if it is not known.</summary>
    public object? Key { get; }
}
