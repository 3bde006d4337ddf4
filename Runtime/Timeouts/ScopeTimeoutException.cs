namespace CoGen;

/// <summary>
/// Thrown at a wait when the <see cref="TimeoutScope"/> around it has expired; the counterpart of gevent's <c>Timeout</c>,
/// seen as an exception.
/// </summary>
/// <remarks>Scopes nest: compare <see cref="Scope"/> to tell one's own from one further out, and let the latter pass.</remarks>
public sealed class ScopeTimeoutException : TimeoutException
{
    /// <summary>Creates the exception.</summary>
    public ScopeTimeoutException()
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">What happened.</param>
    public ScopeTimeoutException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="innerException">What caused it.</param>
    public ScopeTimeoutException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    internal ScopeTimeoutException(TimeoutScope scope, string? message)
        : base(message is null ? $"Not done within {scope.Duration}." : $"Not done within {scope.Duration}: {message}") => Scope = scope;

    /// <summary>The scope that has expired; null for an exception that no scope has thrown.</summary>
    public TimeoutScope? Scope { get; }
}
