using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using CoGen.CompilerServices;

namespace CoGen;

/// <summary>
/// A running coroutine with a result: what a twin of a method that returns <typeparamref name="T"/> returns.
/// </summary>
/// <typeparam name="T">The type of the result.</typeparam>
/// <inheritdoc cref="Coroutine" path="/remarks"/>
[AsyncMethodBuilder(typeof(CoroutineMethodBuilder<>))]
[DebuggerDisplay("{DebuggerDisplay,nq}")]
public readonly struct Coroutine<T>
{
    /// <summary>Null if and only if the coroutine completed without ever suspending; then <see cref="Result"/> holds its value.</summary>
    internal readonly Frame<T>? Frame;
    internal readonly T? Result;
    internal readonly int Version;

    /// <summary>A coroutine that has completed already. A generated twin with nothing to wait for is one.</summary>
    /// <param name="result">What awaiting it yields.</param>
    public Coroutine(T result) => Result = result;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Coroutine(Frame<T> frame)
    {
        Frame = frame;
        Version = frame.Version;
    }

    private string DebuggerDisplay => Frame is null ? "completed" : Frame.DescribeCoroutine(Version);

    /// <inheritdoc cref="Coroutine.IsCompleted"/>
    public bool IsCompleted => Frame is not { } frame || frame.NeedsNoWait(Version);

    /// <inheritdoc cref="Coroutine.GetAwaiter"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public CoroutineAwaiter<T> GetAwaiter() => new(this);

    /// <inheritdoc cref="Coroutine.AsTask"/>
    public Task<T> AsTask() => Frame is null ? Task.FromResult(Result!) : TaskBridge.Connect(Frame, Version);

    /// <summary>This coroutine, whose result is of no interest.</summary>
    internal Coroutine WithoutResult() => Frame is null ? default : new Coroutine(Frame);

    /// <inheritdoc cref="Coroutine.AsValueTask"/>
    public ValueTask<T> AsValueTask() => Frame is null ? new ValueTask<T>(Result!) : new ValueTask<T>(AsTask());
}
