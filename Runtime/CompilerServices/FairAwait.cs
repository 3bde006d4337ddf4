using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace CoGen.CompilerServices;

/// <inheritdoc cref="FairAwait{T}"/>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct FairAwait : ICriticalNotifyCompletion
{
    private readonly ValueTaskAwaiter _awaiter;

    internal FairAwait(ValueTask task) => _awaiter = task.GetAwaiter();

    /// <inheritdoc cref="FairAwait{T}.IsCompleted"/>
    public bool IsCompleted => _awaiter.IsCompleted && Fair.MayGoOn();

    /// <inheritdoc cref="FairAwait{T}.GetAwaiter"/>
    public FairAwait GetAwaiter() => this;

    /// <summary>Returns, or throws the error.</summary>
    [StackTraceHidden]
    public void GetResult() => _awaiter.GetResult();

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
