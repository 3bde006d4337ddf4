namespace CoGen;

public static partial class CoTask
{
    /// <inheritdoc cref="Task.WaitAll(Task[])"/>
    public static async Coroutine WaitAllAsync(params Task[] tasks) => await WaitAllAsync(tasks, Timeout.InfiniteTimeSpan, CancellationToken.None);

    /// <inheritdoc cref="Task.WaitAll(Task[], int)"/>
    public static Coroutine<bool> WaitAllAsync(Task[] tasks, int millisecondsTimeout) =>
        WaitAllAsync(tasks, Time.Milliseconds(millisecondsTimeout), CancellationToken.None);

    /// <inheritdoc cref="Task.WaitAll(Task[], TimeSpan)"/>
    public static Coroutine<bool> WaitAllAsync(Task[] tasks, TimeSpan timeout) => WaitAllAsync(tasks, timeout, CancellationToken.None);

    /// <inheritdoc cref="Task.WaitAll(Task[], CancellationToken)"/>
    public static async Coroutine WaitAllAsync(Task[] tasks, CancellationToken cancellationToken) =>
        await WaitAllAsync(tasks, Timeout.InfiniteTimeSpan, cancellationToken);

    /// <inheritdoc cref="Task.WaitAll(Task[], int, CancellationToken)"/>
    public static Coroutine<bool> WaitAllAsync(Task[] tasks, int millisecondsTimeout, CancellationToken cancellationToken) =>
        WaitAllAsync(tasks, Time.Milliseconds(millisecondsTimeout), cancellationToken);

    /// <inheritdoc cref="Task.WaitAny(Task[])"/>
    public static Coroutine<int> WaitAnyAsync(params Task[] tasks) => WaitAnyAsync(tasks, Timeout.InfiniteTimeSpan, CancellationToken.None);

    /// <inheritdoc cref="Task.WaitAny(Task[], int)"/>
    public static Coroutine<int> WaitAnyAsync(Task[] tasks, int millisecondsTimeout) =>
        WaitAnyAsync(tasks, Time.Milliseconds(millisecondsTimeout), CancellationToken.None);

    /// <inheritdoc cref="Task.WaitAny(Task[], TimeSpan)"/>
    public static Coroutine<int> WaitAnyAsync(Task[] tasks, TimeSpan timeout) => WaitAnyAsync(tasks, timeout, CancellationToken.None);

    /// <inheritdoc cref="Task.WaitAny(Task[], CancellationToken)"/>
    public static Coroutine<int> WaitAnyAsync(Task[] tasks, CancellationToken cancellationToken) =>
        WaitAnyAsync(tasks, Timeout.InfiniteTimeSpan, cancellationToken);

    /// <inheritdoc cref="Task.WaitAny(Task[], int, CancellationToken)"/>
    public static Coroutine<int> WaitAnyAsync(Task[] tasks, int millisecondsTimeout, CancellationToken cancellationToken) =>
        WaitAnyAsync(tasks, Time.Milliseconds(millisecondsTimeout), cancellationToken);

    private static async Coroutine<bool> WaitAllAsync(Task[] tasks, TimeSpan timeout, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(tasks);
        timeout = Time.Require(timeout);
        await UntilDone(Task.WhenAll(tasks), timeout, cancellationToken);
        return Task.WaitAll(tasks, 0, cancellationToken);
    }

    private static async Coroutine<int> WaitAnyAsync(Task[] tasks, TimeSpan timeout, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(tasks);
        timeout = Time.Require(timeout);
        if (tasks.Length > 0) await UntilDone(Task.WhenAny(tasks), timeout, cancellationToken);
        return Task.WaitAny(tasks, 0, cancellationToken);
    }
}
