using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace CoGen.CompilerServices;

/// <summary>What the body of a rewritten iterator yields to. Meant for generated code.</summary>
/// <typeparam name="T">The type of the values.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct SequenceYielder<T>
{
    private readonly SequenceRun<T> _run;

    internal SequenceYielder(SequenceRun<T> run) => _run = run;

    /// <summary>Gives a value to the consumer. Awaited by the body itself: <c>if (await yielder.Return(x)) return;</c>.</summary>
    /// <param name="value">The value.</param>
    /// <returns>To be awaited at once: returns when the consumer asks for more, and whether the body is to leave instead.</returns>
    public SequenceYield<T> Return(T value) => new(_run, value);
}

/// <summary>A value on its way to the consumer of an iterator. Meant for the compiler.</summary>
/// <typeparam name="T">The type of the values.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct SequenceYield<T> : ICriticalNotifyCompletion, IFrameAwaiter
{
    private readonly SequenceRun<T> _run;
    private readonly T _value;

    internal SequenceYield(SequenceRun<T> run, T value)
    {
        _run = run;
        _value = value;
    }

    /// <summary>Always false: the consumer goes first.</summary>
    public bool IsCompleted => false;

    /// <summary>Gets the awaiter, which is this.</summary>
    /// <returns>The awaiter.</returns>
    public SequenceYield<T> GetAwaiter() => this;

    /// <summary>Whether the consumer has left the enumeration: then the body is to return.</summary>
    /// <returns>True to leave.</returns>
    public bool GetResult() => _run.IsLeaving;

    void IFrameAwaiter.Park(Frame frame) => _run.Park(frame, _value);

    /// <summary>Not supported: only the coroutine that is the body can yield.</summary>
    /// <param name="continuation">What would go on.</param>
    /// <exception cref="NotSupportedException">Always.</exception>
    public void OnCompleted(Action continuation) => throw new NotSupportedException("Only the body of an iterator yields.");

    /// <inheritdoc cref="OnCompleted"/>
    public void UnsafeOnCompleted(Action continuation) => OnCompleted(continuation);
}
