using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace CoGen.CompilerServices;

/// <summary>
/// Awaits, in a fiber, asynchronous code that itself awaits nothing but coroutines: LINQ over sequences. So the fiber goes on in the
/// very turn in which that ends, and nobody expects an event from outside. Meant for generated code.
/// </summary>
/// <typeparam name="T">The type of the result.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct FiberAwait<T> : ICriticalNotifyCompletion, IFrameAwaiter
{
    private readonly ValueTaskAwaiter<T> _awaiter;

    internal FiberAwait(ValueTask<T> task) => _awaiter = task.GetAwaiter();

    /// <summary>Whether there is nothing to wait for.</summary>
    public bool IsCompleted => _awaiter.IsCompleted;

    /// <summary>Gets the awaiter, which is this.</summary>
    /// <returns>The awaiter.</returns>
    public FiberAwait<T> GetAwaiter() => this;

    /// <summary>Takes the result, or throws the error.</summary>
    /// <returns>The result.</returns>
    public T GetResult() => _awaiter.GetResult();

    void IFrameAwaiter.Park(Frame frame) => _awaiter.UnsafeOnCompleted(() => FiberAwait.Resume(frame));

    /// <inheritdoc/>
    public void OnCompleted(Action continuation) => _awaiter.OnCompleted(continuation);

    /// <inheritdoc/>
    public void UnsafeOnCompleted(Action continuation) => _awaiter.UnsafeOnCompleted(continuation);
}
