using CoGen.CompilerServices;

namespace CoGen.Patches;

/// <summary>
/// How long something outside the process may be waited for, in real time: what blocking members limit by a timeout of their own, and asynchronous ones do
/// not. Its token is that of the fiber, too.
/// </summary>
/// <remarks>The time begins with the wait: what is there already is taken, however late the thread comes to ask for it.</remarks>
internal readonly struct IoLimit : IDisposable
{
    private readonly int _millisecondsTimeout;
    private readonly CancellationToken _outer;
    private readonly CancellationTokenSource? _source;

    /// <param name="millisecondsTimeout">How long; for ever if 0 or negative.</param>
    /// <param name="outer">What ends the wait besides.</param>
    private IoLimit(int millisecondsTimeout, CancellationToken outer)
    {
        _millisecondsTimeout = millisecondsTimeout;
        _outer = outer;
        if (millisecondsTimeout > 0) _source = CancellationTokenSource.CreateLinkedTokenSource(outer);
    }

    internal CancellationToken Token => _source?.Token ?? _outer;

    /// <summary>Whether it was the time that ended the wait.</summary>
    internal bool HasExpired => _source is { IsCancellationRequested: true } && !_outer.IsCancellationRequested;

    internal static IoLimit Of(int millisecondsTimeout) => new(millisecondsTimeout, Co.Token);

    /// <summary>Awaits what was begun with <see cref="Token"/>.</summary>
    internal FairAwait<T> Await<T>(ValueTask<T> task)
    {
        if (!task.IsCompleted) Start();
        return Fair.Await(task);
    }

    /// <inheritdoc cref="Await{T}(ValueTask{T})"/>
    internal FairAwait<T> Await<T>(Task<T> task) => Await(new ValueTask<T>(task));

    /// <inheritdoc cref="Await{T}(ValueTask{T})"/>
    internal FairAwait Await(ValueTask task)
    {
        if (!task.IsCompleted) Start();
        return Fair.Await(task);
    }

    /// <inheritdoc cref="Await{T}(ValueTask{T})"/>
    internal FairAwait Await(Task task) => Await(new ValueTask(task));

    public void Dispose() => _source?.Dispose();

    private void Start() => _source?.CancelAfter(_millisecondsTimeout);
}
