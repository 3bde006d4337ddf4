using CoGen.CompilerServices;

namespace CoGen;

/// <summary>A fiber's wait for a task. Unlike an await of the task itself, a timeout or a kill can end it.</summary>
internal sealed class TaskWait : WaitFrame
{
    private Signal? _signal;

    /// <summary>Waits until <paramref name="task"/> has ended, in whatever way, or until the timeout. Throws nothing of the task's.</summary>
    internal static Coroutine UntilDone(Task task, TimeSpan timeout)
    {
        if (Carrier.Current.Fiber is not { } fiber) return UntilDoneHosted(task, timeout);

        fiber.ThrowIfKilled();
        TaskWait wait = (TaskWait?)fiber.Pools.Of<TaskWait>().TryRent() ?? new TaskWait();
        wait.Enter(fiber);
        wait._signal = new Signal(wait, fiber);
        fiber.Scheduler.ExpectPost();
        task.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing).GetAwaiter().UnsafeOnCompleted(wait._signal.Post);
        if (timeout != Timeout.InfiniteTimeSpan) fiber.Scheduler.Arm(wait, timeout);
        return new Coroutine(wait);
    }

    private static async Coroutine UntilDoneHosted(Task task, TimeSpan timeout) =>
        await task.WaitAsync(timeout).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);

    internal override string Describe() => "a task";

    private protected override bool TryWithdraw()
    {
        _signal!.Abandon();
        return true;
    }

    private protected override void Recycle()
    {
        _signal = null;
        Retire<TaskWait>();
    }

    /// <summary>
    /// Carries the task's end, from whatever thread, to the wait's own. An object of its own, because an abandoned task
    /// still holds it when the wait has long been reused.
    /// </summary>
    private sealed class Signal : Frame
    {
        private const int Pending = 0;
        private const int Posted = 1;
        private const int Abandoned = 2;

        private readonly Scheduler _scheduler;
        private TaskWait? _wait;
        private int _state;

        internal Signal(TaskWait wait, FiberCore fiber)
        {
            _wait = wait;
            _scheduler = fiber.Scheduler;
        }

        internal override void Post()
        {
            if (Interlocked.CompareExchange(ref _state, Posted, Pending) == Pending) _scheduler.PostExpected(this);
        }

        internal override void Resume()
        {
            TaskWait? wait = _wait;
            _wait = null;
            wait?.End(signalled: true);
        }

        /// <summary>Called on the scheduler's thread.</summary>
        internal void Abandon()
        {
            _wait = null;
            if (Interlocked.CompareExchange(ref _state, Abandoned, Pending) == Pending) _scheduler.ForgetExpectedPost();
        }

        private protected override void Recycle() { }
    }
}
