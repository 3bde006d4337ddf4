using System.Runtime.CompilerServices;

namespace CoGen;

/// <summary>
/// The twins of the blocking members of tasks: what <c>task.Wait()</c>, <c>task.Result</c> and
/// <c>task.GetAwaiter().GetResult()</c> become in a coroutine.
/// </summary>
/// <remarks>
/// Each waits without blocking and then calls the very member it stands for, so that results and errors are the same to the
/// letter: <c>Wait</c> and <c>Result</c> throw <see cref="AggregateException"/>, <c>GetResult</c> the error itself, all of them a
/// <see cref="NullReferenceException"/> for a task that is null.
/// A kill ends the wait, not the task.
/// </remarks>
public static partial class CoTask
{
    /// <inheritdoc cref="Task.Wait()"/>
    /// <param name="task">The task.</param>
    public static async Coroutine WaitAsync(Task task)
    {
        if (!task.IsCompleted) await TaskWait.UntilDone(task, Timeout.InfiniteTimeSpan);
        task.Wait(CancellationToken.None);
    }

    /// <inheritdoc cref="Task.Wait(CancellationToken)"/>
    /// <param name="task">The task.</param>
    public static async Coroutine WaitAsync(Task task, CancellationToken cancellationToken) =>
        await WaitAsync(task, Timeout.InfiniteTimeSpan, cancellationToken);

    /// <inheritdoc cref="Task.Wait(int)"/>
    /// <param name="task">The task.</param>
    public static Coroutine<bool> WaitAsync(Task task, int millisecondsTimeout) =>
        WaitAsync(task, Time.Milliseconds(millisecondsTimeout), CancellationToken.None);

    /// <inheritdoc cref="Task.Wait(TimeSpan)"/>
    /// <param name="task">The task.</param>
    public static Coroutine<bool> WaitAsync(Task task, TimeSpan timeout) => WaitAsync(task, timeout, CancellationToken.None);

    /// <inheritdoc cref="Task.Wait(int, CancellationToken)"/>
    /// <param name="task">The task.</param>
    public static Coroutine<bool> WaitAsync(Task task, int millisecondsTimeout, CancellationToken cancellationToken) =>
        WaitAsync(task, Time.Milliseconds(millisecondsTimeout), cancellationToken);

    /// <inheritdoc cref="Task.Wait(TimeSpan, CancellationToken)"/>
    /// <param name="task">The task.</param>
    public static async Coroutine<bool> WaitAsync(Task task, TimeSpan timeout, CancellationToken cancellationToken)
    {
        _ = task.IsCompleted;
        timeout = Time.Require(timeout);
        await UntilDone(task, timeout, cancellationToken);

        // The member itself settles what has happened: it returns false, throws, or succeeds.
        return task.Wait(TimeSpan.Zero, cancellationToken);
    }

    /// <inheritdoc cref="TaskWait.UntilDone"/>
    private static Coroutine UntilDone(Task task, TimeSpan timeout, CancellationToken cancellationToken)
    {
        if (task.IsCompleted) return default;
        cancellationToken.ThrowIfCancellationRequested();
        return TaskWait.UntilDone(task, timeout, cancellationToken);
    }

    /// <inheritdoc cref="Task{TResult}.Result"/>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    /// <param name="task">The task.</param>
    /// <returns>The result.</returns>
    public static async Coroutine<TResult> ResultAsync<TResult>(Task<TResult> task)
    {
        if (!task.IsCompleted) await TaskWait.UntilDone(task, Timeout.InfiniteTimeSpan);
        return task.Result;
    }

    /// <inheritdoc cref="ValueTask{TResult}.Result"/>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    /// <param name="task">The task.</param>
    /// <returns>The result.</returns>
    public static Coroutine<TResult> ResultAsync<TResult>(ValueTask<TResult> task) => GetResultAsync(task);

    /// <inheritdoc cref="TaskAwaiter.GetResult"/>
    /// <param name="task">The task.</param>
    public static async Coroutine GetResultAsync(Task task)
    {
        if (!task.IsCompleted) await TaskWait.UntilDone(task, Timeout.InfiniteTimeSpan);
        task.GetAwaiter().GetResult();
    }

    /// <inheritdoc cref="TaskAwaiter{TResult}.GetResult"/>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    /// <param name="task">The task.</param>
    public static async Coroutine<TResult> GetResultAsync<TResult>(Task<TResult> task)
    {
        if (!task.IsCompleted) await TaskWait.UntilDone(task, Timeout.InfiniteTimeSpan);
        return task.GetAwaiter().GetResult();
    }

    /// <inheritdoc cref="ValueTaskAwaiter.GetResult"/>
    /// <param name="task">The task.</param>
    public static async Coroutine GetResultAsync(ValueTask task)
    {
        if (task.IsCompleted) task.GetAwaiter().GetResult();
        else await GetResultAsync(task.AsTask());
    }

    /// <inheritdoc cref="ValueTaskAwaiter{TResult}.GetResult"/>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    /// <param name="task">The task.</param>
    public static async Coroutine<TResult> GetResultAsync<TResult>(ValueTask<TResult> task) =>
        task.IsCompleted ? task.GetAwaiter().GetResult() : await GetResultAsync(task.AsTask());

    // A configured awaitable keeps its task to itself, so it is awaited as it is: a kill comes after it.

    /// <inheritdoc cref="ConfiguredTaskAwaitable.ConfiguredTaskAwaiter.GetResult"/>
    /// <param name="task">The task.</param>
    public static async Coroutine GetResultAsync(ConfiguredTaskAwaitable task) => await task;

    /// <inheritdoc cref="ConfiguredTaskAwaitable{TResult}.ConfiguredTaskAwaiter.GetResult"/>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    /// <param name="task">The task.</param>
    public static async Coroutine<TResult> GetResultAsync<TResult>(ConfiguredTaskAwaitable<TResult> task) => await task;

    /// <inheritdoc cref="ConfiguredValueTaskAwaitable.ConfiguredValueTaskAwaiter.GetResult"/>
    /// <param name="task">The task.</param>
    public static async Coroutine GetResultAsync(ConfiguredValueTaskAwaitable task) => await task;

    /// <inheritdoc cref="ConfiguredValueTaskAwaitable{TResult}.ConfiguredValueTaskAwaiter.GetResult"/>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    /// <param name="task">The task.</param>
    public static async Coroutine<TResult> GetResultAsync<TResult>(ConfiguredValueTaskAwaitable<TResult> task) => await task;
}
