using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using CoGen.CompilerServices;

namespace CoGen;

/// <summary>
/// A running coroutine without a result: what a twin of a <see langword="void"/> method returns.
/// </summary>
/// <remarks>
/// Await it once, in the fiber that called it, as one does with a <see cref="ValueTask"/>; for anything else take
/// <see cref="AsTask"/>. A coroutine starts running when it is called. Awaiting it a second time, or after it was
/// consumed, throws <see cref="InvalidOperationException"/>. The default value is a completed coroutine.
/// </remarks>
[AsyncMethodBuilder(typeof(CoroutineMethodBuilder))]
[DebuggerDisplay("{DebuggerDisplay,nq}")]
public readonly struct Coroutine
{
    /// <summary>Null if and only if the coroutine completed without ever suspending.</summary>
    internal readonly Frame? Frame;
    internal readonly int Version;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Coroutine(Frame frame)
    {
        Frame = frame;
        Version = frame.Version;
    }

    private string DebuggerDisplay => Frame is null ? "completed" : Frame.DescribeCoroutine(Version);

    /// <summary>Whether the coroutine has run to its end, with or without an error.</summary>
    public bool IsCompleted => Frame is not { } frame || frame.NeedsNoWait(Version);

    /// <summary>Gets the awaiter. Meant for the compiler.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public CoroutineAwaiter GetAwaiter() => new(this);

    /// <summary>Turns this coroutine into a task, which may be awaited many times and from anywhere. Consumes the coroutine.</summary>
    public Task AsTask() => Frame is null ? Task.CompletedTask : TaskBridge.Connect(Frame, Version);

    /// <summary>Turns this coroutine into a value task. Consumes the coroutine; nothing is allocated if it has already completed without an error.</summary>
    public ValueTask AsValueTask() => Frame is null ? default : new ValueTask(AsTask());
}
