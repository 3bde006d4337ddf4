namespace CoGen;

/// <summary>
/// Says under which order of turns a program failed, and how to run it in that order again. The failure itself is the
/// <see cref="Exception.InnerException"/>.
/// </summary>
public sealed class InterleavingException : Exception
{
    /// <summary>Creates the exception.</summary>
    public InterleavingException()
        : this("The program failed under one order of turns.")
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">What happened.</param>
    public InterleavingException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="innerException">What caused it.</param>
    public InterleavingException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    internal InterleavingException(TestScheduler scheduler, Exception failure)
        : base($"{failure.Message}{Environment.NewLine}To run it in the same order of turns again: {scheduler}.Run(...)", failure)
    {
    }
}
