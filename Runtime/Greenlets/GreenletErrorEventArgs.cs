namespace CoGen;

/// <summary>Tells of an error in a greenlet that no caller can be told of.</summary>
/// <param name="greenlet">The greenlet.</param>
/// <param name="error">The error.</param>
public sealed class GreenletErrorEventArgs(Greenlet greenlet, Exception error) : EventArgs
{
    /// <summary>The greenlet.</summary>
    public Greenlet Greenlet { get; } = greenlet;

    /// <summary>The error; a <see cref="GreenletOrphanedException"/> if the greenlet was dropped while suspended.</summary>
    public Exception Error { get; } = error;
}
