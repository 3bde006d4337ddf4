using System.Diagnostics;

namespace CoGen;

public abstract partial class Waitable
{
    /// <summary>Sees a task as something that is ready when the task has ended, in whatever way.</summary>
    /// <param name="task">The task.</param>
    /// <returns>The waitable.</returns>
    public static Waitable Of(Task task)
    {
        ArgumentNullException.ThrowIfNull(task);
        return new TaskEnd(task);
    }

    /// <summary>Sees a process as something that is ready when it has exited.</summary>
    /// <param name="process">The process, which was started.</param>
    /// <returns>The waitable.</returns>
    public static Waitable Of(Process process)
    {
        ArgumentNullException.ThrowIfNull(process);
        return new TaskEnd(process.WaitForExitAsync(CancellationToken.None));
    }

    /// <inheritdoc cref="Of(Task)"/>
    public static implicit operator Waitable(Task task) => Of(task);

    /// <inheritdoc cref="Fiber.AsWaitable"/>
    /// <param name="fiber">The fiber.</param>
    public static implicit operator Waitable(Fiber fiber) => fiber.AsWaitable();

    /// <summary>The end of a task.</summary>
    private sealed class TaskEnd(Task task) : Waitable
    {
        private bool _isAwaited;

        public override bool IsReady => task.IsCompleted;

        internal override bool IsOutside => true;

        private protected override bool IsReadyNow => task.IsCompleted;

        internal override void BeginWatch()
        {
            if (!Interlocked.Exchange(ref _isAwaited, true)) task.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing).GetAwaiter().UnsafeOnCompleted(OnEnd);
        }

        public override string ToString() => "a task";

        private void OnEnd()
        {
            RouseList watchers = default;
            Gate.Enter();
            ServeWatchers(ref watchers);
            Gate.Exit();
            watchers.Rouse(WaitFrame.Signalled);
        }
    }
}
