using System.Runtime.ExceptionServices;

namespace CoGen.CompilerServices;

// A kill or a timeout cancels the token of the I/O a fiber waits for. The I/O then ends with an OperationCanceledException, or
// by its own luck normally. It is the fiber's code that finds out, in the awaiter; but whether the interrupt was delivered
// by that must be known before the code waits again.

/// <summary>
/// Resumes a frame whose foreign wait has ended while an interrupt was pending, and sees as what the wait has ended: the first
/// thing the frame does is to take its outcome.
/// </summary>
internal sealed class WatchedResume : Frame
{
    [ThreadStatic]
    private static WatchedResume? t_watching;

    private readonly Frame _frame;

    internal WatchedResume(Frame frame)
    {
        _frame = frame;
        Fiber = frame.Fiber;
    }

    internal override void Resume()
    {
        Fiber!.Leaf = null;
        t_watching = this;
        AppDomain.CurrentDomain.FirstChanceException += OnThrow;
        try
        {
            _frame.Resume();
        }
        finally
        {
            AppDomain.CurrentDomain.FirstChanceException -= OnThrow;
            t_watching = null;
        }

        // The unwinding goes on with whoever awaits the frame.
        Continuation = _frame.Continuation;
        IsCompleted = _frame.IsCompleted;
    }

    /// <summary>What is thrown on this thread from now on has nothing to do with how the wait has ended.</summary>
    internal static void Stop() => t_watching = null;

    /// <summary>Called on every thread that throws meanwhile, before anything catches.</summary>
    private static void OnThrow(object? sender, FirstChanceExceptionEventArgs thrown)
    {
        if (t_watching is not { } watch) return;
        t_watching = null;
        if (thrown.Exception is OperationCanceledException cancelled) watch.Fiber!.TakeAs(cancelled);
    }

    private protected override void Recycle() { }
}
