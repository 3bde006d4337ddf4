using System.Runtime.CompilerServices;

namespace CoGen;

/// <summary>
/// Captures the thread's execution context without a thread-static look-up – a fifth of a switch – as long as it is the one
/// captured last. To see that, it reads a private field of the base class library; if the field is not there, it captures
/// every time.
/// </summary>
internal sealed class ContextCapture
{
    private static readonly bool s_canSee = CanSee();

    private readonly Thread _thread = Thread.CurrentThread;
    private ExecutionContext? _seen;
    private ExecutionContext? _captured;

    internal ContextCapture() => Capture(s_canSee ? ContextOf(_thread) : null);

    /// <summary>What <see cref="ExecutionContext.Capture"/> returns. Called on the thread that made this object.</summary>
    internal ExecutionContext? Capture()
    {
        if (!s_canSee) return ExecutionContext.Capture();

        ExecutionContext? now = ContextOf(_thread);
        return now == _seen ? _captured : Capture(now);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ExecutionContext? Capture(ExecutionContext? now)
    {
        _seen = now;
        return _captured = ExecutionContext.Capture();
    }

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_executionContext")]
    private static extern ref ExecutionContext? ContextOf(Thread thread);

    /// <summary>Whether the field is there and shows what it should.</summary>
    private static bool CanSee()
    {
        if (ExecutionContext.Capture() is not { } outer) return false;

        bool sees = false;
        try
        {
            ExecutionContext.Run(outer, _ =>
            {
                new AsyncLocal<bool>().Value = true;
                sees = ContextOf(Thread.CurrentThread) is { } inner && inner == ExecutionContext.Capture();
            }, null);
        }
        catch (MissingFieldException)
        {
            return false;
        }

        return sees;
    }
}
