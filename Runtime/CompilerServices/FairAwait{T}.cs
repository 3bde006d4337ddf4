using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace CoGen.CompilerServices;

/// <summary>Awaits a task, and now and then lets others run first though it has completed. Meant for generated code: see <see cref="Fair"/>.</summary>
/// <typeparam name="T">The type of the result.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct FairAwait<T> : ICriticalNotifyCompletion
{
    private readonly ValueTaskAwaiter<T> _awaiter;

    internal FairAwait(ValueTask<T> task) => _awaiter = task.GetAwaiter();

    /// <summary>Whether the code may go on. To ask is to be counted.</summary>
    public bool IsCompleted => _awaiter.IsCompleted && Fair.MayGoOn();

    /// <summary>Gets the awaiter. Meant for the compiler.</summary>
    /// <returns>The awaiter.</returns>
    public FairAwait<T> GetAwaiter() => this;

    /// <summary>Takes the result, or throws the error.</summary>
    /// <returns>The result.</returns>
    [StackTraceHidden]
    public T GetResult() => _awaiter.GetResult();

    /// <inheritdoc/>
    public void OnCompleted(Action continuation)
    {
        if (!Fair.TryYield(_awaiter.IsCompleted, continuation)) _awaiter.OnCompleted(continuation);
    }

    /// <inheritdoc/>
    public void UnsafeOnCompleted(Action continuation)
    {
        if (!Fair.TryYield(_awaiter.IsCompleted, continuation)) _awaiter.UnsafeOnCompleted(continuation);
    }
}
