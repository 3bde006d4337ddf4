namespace CoGen;

/// <summary>Thrown by <see cref="Co.AssertSwitches(Action)"/>: code that should have let others run has not, or not often enough.</summary>
public sealed class NoSwitchException : InvalidOperationException
{
    /// <summary>Creates the exception.</summary>
    public NoSwitchException()
        : this("The code has not let others run.")
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">What happened.</param>
    public NoSwitchException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="innerException">What caused it.</param>
    public NoSwitchException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
