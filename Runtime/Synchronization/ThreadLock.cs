namespace CoGen;

/// <summary>A lock that a thread holds: an object's monitor, or a <see cref="Lock"/>.</summary>
internal readonly struct ThreadLock
{
    private readonly bool _isLock;

    private ThreadLock(object target, bool isLock)
    {
        Target = target;
        _isLock = isLock;
    }

    internal object Target { get; }

    internal static ThreadLock Of(object monitor) => new(monitor, isLock: false);

#pragma warning disable CS9216 // It is known to be a lock.
    internal static ThreadLock Of(Lock target) => new(target, isLock: true);
#pragma warning restore CS9216

    /// <summary>Enters if no other thread is inside. Never waits.</summary>
    internal bool TryEnter() => _isLock ? ((Lock)Target).TryEnter() : Monitor.TryEnter(Target);

    internal void Exit()
    {
        if (_isLock) ((Lock)Target).Exit();
        else Monitor.Exit(Target);
    }

    /// <summary>Waits until no thread is inside. By then another may have entered.</summary>
    internal async Coroutine UntilFree()
    {
        // Most hold a lock for a few instructions.
        SpinWait spin = default;
        while (!spin.NextSpinWillYield)
        {
            spin.SpinOnce();
            if (TryEnter())
            {
                Exit();
                return;
            }
        }

        // Nothing tells that a monitor is free, but to a thread that waits for it.
        TaskCompletionSource free = new(TaskCreationOptions.RunContinuationsAsynchronously);
        ThreadLock self = this;
        new Thread(() => self.StandInLine(free)) { IsBackground = true, Name = "CoGen waits for a monitor" }.UnsafeStart();
        await CoTask.WaitAsync(free.Task);
    }

    private void StandInLine(TaskCompletionSource free)
    {
        if (_isLock) ((Lock)Target).Enter();
        else Monitor.Enter(Target);
        Exit();
        free.SetResult();
    }
}
