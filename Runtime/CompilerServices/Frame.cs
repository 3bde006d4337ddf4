using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;

namespace CoGen.CompilerServices;

// The logical stack of a fiber is a chain of frames, linked from callee to caller:
//
//     wait  ->  twin that waits  ->  its caller  ->  …  ->  the fiber itself
//
// A call that never suspends has no frame. At its first suspension the compiler's state machine moves into a frame.
// A frame is completed by its own Resume; whoever called Resume then goes on with the frame's continuation, in a loop
// (LoopScheduler.Execute), so that unwinding a million frames takes no stack.
//
// All members are touched by one thread at a time: the one that runs the fiber. Frames outside any fiber ("hosted",
// Fiber is null) are the exception and settle completion with an interlocked exchange; see HostedFrame.

/// <summary>One suspended call of a fiber's logical stack, or the wait at its top.</summary>
internal abstract class Frame
{
    /// <summary>The next in the inbox that this frame stands in.</summary>
    internal Frame? Next;

    /// <summary>Who awaits this frame; null until awaited.</summary>
    internal Frame? Continuation;

    /// <summary>The fiber this frame runs in; null for a hosted frame.</summary>
    internal FiberCore? Fiber;

    /// <summary>The error that ended this frame, if any.</summary>
    internal ExceptionDispatchInfo? Fault;

    /// <summary>Counts the lives of this object, so that a coroutine held past its end is told from the next user of the same frame.</summary>
    internal int Version;

    internal bool IsCompleted;

    /// <summary>Whether this frame stands in the inbox to keep the promise of an <see cref="Scheduler.ExpectPost"/>.</summary>
    internal bool IsExpected;

    /// <summary>Runs until the next suspension or the end.</summary>
    internal abstract void Resume();

    /// <summary>Runs as <see cref="Resume"/> does, as a part of what the calling code does: in its ambient state.</summary>
    internal virtual void ResumeInCaller() => Resume();

    /// <summary>Makes the frame run in its turn. Called on the thread of its scheduler.</summary>
    internal virtual void Wake() => Fiber!.Scheduler.Ready(this);

    /// <summary>Makes the frame run in its turn. Called on any thread.</summary>
    internal virtual void Post() => Fiber!.Scheduler.Post(this);

    /// <summary>
    /// Lets whoever awaits this frame, which has completed, go on in a turn of its own. Once: if the frame itself still stands in a
    /// queue, because something roused it meanwhile, the turn that it gets there finds nobody to go on with.
    /// </summary>
    internal void WakeContinuation()
    {
        if (Continuation is not { } waiting) return;
        Continuation = null;
        if (waiting.Fiber == Fiber) waiting.Wake();
        else waiting.Post();
    }

    /// <summary>The type of the compiler's state machine that lives here; null if none does.</summary>
    internal virtual Type? StateMachineType => null;

    /// <summary>The number of the await at which the state machine waits; -1 while it runs, and if it cannot be told.</summary>
    internal virtual int StateNumber => -1;

    /// <summary>What the fiber waits on when this frame is at the top of its stack.</summary>
    internal virtual string Describe() => "a coroutine";

    /// <summary>What a debugger shows of the coroutine whose life <paramref name="version"/> is.</summary>
    internal string DescribeCoroutine(int version) =>
        Version != version ? "was awaited"
        : Fault is { } fault ? $"failed: {fault.SourceException.Message}"
        : IsCompleted ? "completed"
        : MethodNames.Of(this) ?? Describe();

    /// <summary>
    /// Whether an await of life <paramref name="version"/> must not park: because the frame has completed, or because the
    /// await is a mistake that taking the result will report.
    /// </summary>
    internal bool NeedsNoWait(int version) => Volatile.Read(ref IsCompleted) | Version != version | Continuation is not null;

    /// <summary>Makes <paramref name="parent"/> run when this frame has completed.</summary>
    internal virtual void ContinueWith(Frame parent)
    {
        if (parent.Fiber != Fiber) LetInStranger(parent);
        Continuation = parent;
    }

    /// <summary>Somebody awaits this frame of a fiber who does not run in that: another fiber, or code outside fibers.</summary>
    /// <exception cref="InvalidOperationException">It may be on another thread.</exception>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private protected void LetInStranger(Frame parent)
    {
        if (Fiber is not { } fiber) return;
        if (!fiber.Scheduler.MayTouch(fiber)) Misuse.ThrowElsewhere(fiber);

        // It will take the result on another thread, where nothing of the fiber may be touched.
        if (parent.Fiber is null) fiber.IsShared = true;
    }

    /// <summary>Ends the wait at the top of a fiber's stack with <paramref name="error"/>, if this is one that can be interrupted.</summary>
    internal virtual bool TryInterrupt(Exception error) => false;

    internal void Fail(Exception error)
    {
        Fault = ExceptionDispatchInfo.Capture(error);
        Volatile.Write(ref IsCompleted, true);
    }

    /// <summary>Ends life <paramref name="version"/> of the frame: throws its error, if there is one.</summary>
    [StackTraceHidden]
    internal void TakeOutcome(int version)
    {
        if (Version != version || !IsCompleted) Misuse.Throw(this, version);

        ExceptionDispatchInfo? fault = Fault;
        Version++;
        Recycle();
        fault?.Throw();
    }

    /// <summary>Gives the frame back to its pool. The version has already moved on.</summary>
    private protected abstract void Recycle();
}

/// <summary>A frame that ends with a value.</summary>
internal abstract class Frame<T> : Frame
{
    internal T? Result;

    internal void Complete(T result)
    {
        Result = result;
        Volatile.Write(ref IsCompleted, true);
    }

    /// <summary>Ends life <paramref name="version"/> of the frame: returns its value, or throws its error.</summary>
    [StackTraceHidden]
    internal T TakeResult(int version)
    {
        if (Version != version || !IsCompleted) Misuse.Throw(this, version);

        T result = Result!;
        ExceptionDispatchInfo? fault = Fault;
        Version++;
        Recycle();
        fault?.Throw();
        return result;
    }

    /// <summary>Enters life in <paramref name="fiber"/>.</summary>
    private protected void Enter(FiberCore fiber)
    {
        IsCompleted = false;
        Fiber = fiber;
        fiber.Frames++;
    }

    /// <summary>
    /// Clears what a life in a fiber leaves behind. Until its next life the frame is completed, without a continuation and, last of
    /// all, without a fiber: so whoever comes too late finds it, on any thread.
    /// </summary>
    /// <returns>Where this frame is to be kept until its next life; null if it has no next, because it is another thread that takes the result.</returns>
    private protected FramePool? Leave<TFrame>()
        where TFrame : Frame
    {
        FiberCore fiber = Fiber!;
        if (fiber.IsShared && !fiber.Scheduler.MayTouch(fiber)) return null;
        fiber.Frames--;
        Continuation = null;
        Fault = null;
        if (RuntimeHelpers.IsReferenceOrContainsReferences<T>()) Result = default;
        Volatile.Write(ref Fiber, null);
        return fiber.Pools.Of<TFrame>();
    }
}

/// <summary>Says what was done wrong with a coroutine.</summary>
internal static class Misuse
{
    internal static void ThrowElsewhere(FiberCore fiber) =>
        throw new InvalidOperationException(
            $"This coroutine was begun in fiber '{fiber.Name}', and is awaited or turned into a task elsewhere. Do that in the fiber that has begun it; others may await the fiber, or a task made of the coroutine with AsTask().");

    internal static void Throw(Frame frame, int version)
    {
        throw new InvalidOperationException(
            frame.Version != version
                ? "This coroutine was already awaited and has given its result away. A coroutine is awaited once; keep the result, or use AsTask() to await it several times."
            : frame.Continuation is not null
                ? "This coroutine is already being awaited. A coroutine is awaited once; use AsTask() to await it from several places."
                : "This coroutine has not completed yet. Await it instead of asking its awaiter for the result.");
    }
}
