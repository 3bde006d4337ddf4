using CoGen.CompilerServices;

namespace CoGen;

public sealed partial class Greenlet
{
    /// <summary>
    /// The calls in which this greenlet is suspended, innermost first, as <c>Type.Method</c>; empty if it is not. The
    /// counterpart of <c>gr_frame</c>.
    /// </summary>
    /// <returns>The names.</returns>
    public IReadOnlyList<string> GetCallStack()
    {
        List<string> calls = [];
        for (Frame? frame = Suspended?.Continuation; frame is not null; frame = frame.Continuation)
        {
            if (MethodNames.Of(frame) is { } name) calls.Add(name);
        }

        return calls;
    }
}
