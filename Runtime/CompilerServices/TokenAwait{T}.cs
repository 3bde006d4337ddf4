using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace CoGen.CompilerServices;

/// <typeparam name="T">The type of the result.</typeparam>
/// <inheritdoc cref="TokenAwait"/>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct TokenAwait<T> : ICriticalNotifyCompletion
{
    private readonly ValueTaskAwaiter<T> _awaiter;
    private readonly CancellationToken _token;

    internal TokenAwait(ValueTask<T> task, CancellationToken token)
    {
        _awaiter = task.GetAwaiter();
        _token = token;
    }

    /// <summary>Whether there is nothing to wait for.</summary>
    public bool IsCompleted => _awaiter.IsCompleted && Fair.MayGoOn();

    /// <summary>Gets the awaiter, which is this.</summary>
    /// <returns>The awaiter.</returns>
    public TokenAwait<T> GetAwaiter() => this;

    /// <summary>Takes the result, or throws the error.</summary>
    /// <returns>The result.</returns>
    public T GetResult()
    {
        try
        {
            return _awaiter.GetResult();
        }
        catch (OperationCanceledException error) when (FiberCore.IsOfCaller(error, _token))
        {
            throw FiberCore.OfCaller(error, _token);
        }
    }

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
