using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace CoGen.CompilerServices;

/// <summary>
/// Awaits a task that was given <see cref="Co.TokenOr"/> in place of the caller's own token. When that has cancelled it, the exception
/// speaks of the caller's token, as it would have without. Meant for generated code.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct TokenAwait : ICriticalNotifyCompletion
{
    private readonly ValueTaskAwaiter _awaiter;
    private readonly CancellationToken _token;

    private TokenAwait(ValueTask task, CancellationToken token)
    {
        _awaiter = task.GetAwaiter();
        _token = token;
    }

    /// <summary>Whether there is nothing to wait for.</summary>
    public bool IsCompleted => _awaiter.IsCompleted && Fair.MayGoOn();

    /// <summary>Awaits <paramref name="task"/>.</summary>
    /// <param name="task">The task.</param>
    /// <param name="token">The caller's token.</param>
    /// <returns>What to await.</returns>
    public static TokenAwait For(Task task, CancellationToken token) => new(new ValueTask(task), token);

    /// <inheritdoc cref="For(Task, CancellationToken)"/>
    public static TokenAwait For(ValueTask task, CancellationToken token) => new(task, token);

    /// <typeparam name="T">The type of the result.</typeparam>
    /// <inheritdoc cref="For(Task, CancellationToken)"/>
    public static TokenAwait<T> For<T>(Task<T> task, CancellationToken token) => new(new ValueTask<T>(task), token);

    /// <typeparam name="T">The type of the result.</typeparam>
    /// <inheritdoc cref="For(Task, CancellationToken)"/>
    public static TokenAwait<T> For<T>(ValueTask<T> task, CancellationToken token) => new(task, token);

    /// <summary>Gets the awaiter, which is this.</summary>
    /// <returns>The awaiter.</returns>
    public TokenAwait GetAwaiter() => this;

    /// <summary>Throws the error, if there is one.</summary>
    public void GetResult()
    {
        try
        {
            _awaiter.GetResult();
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
