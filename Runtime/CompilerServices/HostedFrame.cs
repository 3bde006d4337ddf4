using System.Runtime.CompilerServices;

namespace CoGen.CompilerServices;

// A twin may be awaited by ordinary async code, where there is no fiber. Its frames are then "hosted": each goes on
// where its caller would have, under the execution context of its own await, exactly as an async Task method does.
// Different frames of one call chain may be touched by different threads at once, so completion and "who waits for me"
// meet in one interlocked exchange on Continuation.

/// <summary>The home of a state machine that suspended outside any fiber. Not pooled.</summary>
internal sealed class HostedFrame<TStateMachine, T> : Frame<T>
    where TStateMachine : IAsyncStateMachine
{
    internal TStateMachine? StateMachine;
    private ExecutionContext? _context;
    private HostContext _host;
    private Action? _resume;

    internal void Park<TAwaiter>(ref TAwaiter awaiter, bool flowContext)
        where TAwaiter : INotifyCompletion
    {
        _context = ExecutionContext.Capture();
        if (awaiter is IFrameAwaiter)
        {
            _host = HostContext.Capture();
            ((IFrameAwaiter)awaiter).Park(this);
            return;
        }

        // A foreign awaiter finds its own way back to the host's context.
        Action resume = _resume ??= Resume;
        if (flowContext) awaiter.OnCompleted(resume);
        else ((ICriticalNotifyCompletion)awaiter).UnsafeOnCompleted(resume);
    }

    internal override void Resume()
    {
        if (_context is { } context)
        {
            ExecutionContext.Run(context, static frame => Unsafe.As<HostedFrame<TStateMachine, T>>(frame!).StateMachine!.MoveNext(), this);
        }
        else
        {
            StateMachine!.MoveNext();
        }

        if (Volatile.Read(ref IsCompleted)) HostedCompletion.Settle(this);
    }

    internal override void ResumeInCaller()
    {
        StateMachine!.MoveNext();
        if (Volatile.Read(ref IsCompleted)) HostedCompletion.Settle(this);
    }

    internal override void Wake() => _host.Post(this);

    internal override void Post() => _host.Post(this);

    internal override void ContinueWith(Frame parent) => HostedCompletion.ContinueWith(this, parent);

    private protected override void Recycle() { }
}

/// <summary>Completion of frames outside any fiber, where two threads may meet.</summary>
internal static class HostedCompletion
{
    /// <summary>Stands in <see cref="Frame.Continuation"/> of a hosted frame that has completed.</summary>
    private static readonly Frame s_settled = new FaultedFrame<Unit>(new InvalidOperationException("Never thrown."));

    /// <summary>Runs whoever waits for <paramref name="frame"/>. May be called more than once; the first call counts.</summary>
    internal static void Settle(Frame frame)
    {
        Frame? parent = Interlocked.Exchange(ref frame.Continuation, s_settled);
        if (parent is not null && parent != s_settled) Post(parent);
    }

    internal static void ContinueWith(Frame frame, Frame parent)
    {
        // A fiber that awaits a frame outside all fibers waits for an outside event.
        parent.Fiber?.Scheduler.ExpectPost();
        Frame? before = Interlocked.CompareExchange(ref frame.Continuation, parent, null);
        if (before is null) return;
        if (before == s_settled)
        {
            Post(parent);
            return;
        }

        parent.Fiber?.Scheduler.ForgetExpectedPost();
        Misuse.Throw(frame, frame.Version);
    }

    private static void Post(Frame parent)
    {
        if (parent.Fiber is { } fiber) fiber.Scheduler.PostExpected(parent);
        else parent.Post();
    }
}
