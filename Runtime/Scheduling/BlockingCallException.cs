using System.Diagnostics;

namespace CoGen;

/// <summary>
/// Thrown by CoGen's blocking members when they are called in a fiber by code that was not rewritten: to wait there would
/// stop every other fiber of the thread.
/// </summary>
public sealed class BlockingCallException : InvalidOperationException
{
    /// <summary>Creates the exception.</summary>
    public BlockingCallException()
        : this("A blocking member of CoGen was called in a fiber by code that was not rewritten.")
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">What happened.</param>
    public BlockingCallException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="innerException">What caused it.</param>
    public BlockingCallException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    internal static BlockingCallException Create(string member, string fiber)
    {
        (string caller, bool isCoroutine) = Caller();
        string advice = isCoroutine
            ? $"{caller} is a coroutine, in which this form of call is not rewritten. Call {member[(member.LastIndexOf('.') + 1)..]}Async there."
            : $"Tag {caller} with [Coroutine], and the methods between it and the coroutine that calls it.";
        return new BlockingCallException(
            $"{member} was called in fiber '{fiber}' by {caller}, which was not rewritten: to wait there would stop every fiber of this thread. {advice}");
    }

    /// <summary>The innermost method on the stack that is not CoGen's own, and whether it is one that could have waited.</summary>
    private static (string Name, bool IsCoroutine) Caller()
    {
        foreach (StackFrame frame in new StackTrace().GetFrames())
        {
            if (MethodNames.Of(frame) is { IsOwn: false } method) return (method.Name, method.IsCoroutine);
        }

        return ("the calling method", false);
    }
}
