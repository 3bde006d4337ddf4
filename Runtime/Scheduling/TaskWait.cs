namespace CoGen;

/// <summary>A fiber's wait for a task. Unlike an await of the task itself, a timeout or a kill can end it.</summary>
internal sealed class TaskWait : WaitFrame
{
    private Signal? _signal;

    /// <summary>Waits until <paramref name="task"/> has ended, in whatever way, or until the timeout or the cancellation. Throws nothing of the task's.</summary>
    internal static Coroutine UntilDone(Task task, TimeSpan timeout, CancellationToken cancellationToken = default)
    {
        if (Carrier.Current.Fiber is not { } fiber) return UntilDoneHosted(task, timeout, cancellationToken);

        fiber.ThrowIfKilled();
        TaskWait wait = (TaskWait?)fiber.Pools.Of<TaskWait>().TryRent() ?? new TaskWait();
        wait.Enter(fiber);
        wait.ExpectFromOutside();
        wait._signal = new Signal(wait);
        task.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing).GetAwaiter().UnsafeOnCompleted(wait._signal.Give);
        wait.Limit(timeout, cancellationToken);
        return new Coroutine(wait);
    }

    private static async Coroutine UntilDoneHosted(Task task, TimeSpan timeout, CancellationToken cancellationToken) =>
        await task.WaitAsync(timeout, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);

    internal override string Describe() => "a task";

    private protected override bool TryWithdraw() => _signal!.TryAbandon();

    private protected override void Recycle()
    {
        _signal = null;
        Retire<TaskWait>();
    }

    /// <summary>
    /// Carries the task's end, from whatever thread, to the wait. An object of its own, because an abandoned task still
    /// holds it when the wait has long been reused.
    /// </summary>
    private sealed class Signal(TaskWait wait)
    {
        /// <summary>Null once given or abandoned.</summary>
        private TaskWait? _wait = wait;

        internal void Give() => Interlocked.Exchange(ref _wait, null)?.Rouse(Signalled);

        internal bool TryAbandon() => Interlocked.Exchange(ref _wait, null) is not null;
    }
}
