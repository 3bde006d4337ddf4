namespace CoGen;

internal sealed partial class FiberReaderWriterLock
{
    /// <summary>For how many fibers each loop's thread reads. Each thread changes its own.</summary>
    private readonly ThreadLocal<int> _readsFor = new();

    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(1);

    /// <summary>Lets an agent of the fiber, which was admitted, enter the lock.</summary>
    private async Coroutine<bool> EnterTargetAsync(Hold mine, LockMode mode, Deadline deadline)
    {
        // The first in this mode? The others are only counted.
        if (mine.Count(mode) > 1) return true;

        bool isNew = mine.Total == 1;
        bool hasThread = await mine.TakeThreadAsync();
        if (hasThread)
        {
            if (TryEnterHere(mode)) return true;
            if (!isNew) return await EnterHereLaterAsync(mode, deadline);
        }

        TimeSpan left = deadline.Left;
        if (left == TimeSpan.Zero)
        {
            await TurnWait.Begin();
            return hasThread && TryEnterHere(mode);
        }

        Deputy deputy = mine.Deputy ?? new Deputy();
        bool isEntered = false;
        try
        {
            StandInCall<(ReaderWriterLockSlim Target, LockMode Mode), bool> entering = new((_target, mode), static (all, _) =>
            {
                all.Mode.Enter(all.Target);
                return true;
            })
            {
                Name = "threads to leave a ReaderWriterLockSlim",
                On = deputy.Post,
            };
            isEntered = await OutsideWait.Begin(entering, left) && entering.TakeResult();
        }
        finally
        {
            if (isEntered)
            {
                mine.Deputy = deputy;
                mine.LeaveThread();
            }
            else if (mine.Deputy is null)
            {
                deputy.End();
            }
        }

        return isEntered;
    }

    private void ExitTarget(Hold mine, LockMode mode)
    {
        if (mine.Deputy is { } deputy) ExitBy(deputy, mode);
        else if (mode != LockMode.Read || --_readsFor.Value == 0) mode.Exit(_target);
        else Interlocked.Decrement(ref _sharedReads);
    }

    private void ExitBy(Deputy deputy, LockMode mode) => deputy.Do(() => mode.Exit(_target));

    /// <summary>Enters on the fiber's thread, if it can do so at once.</summary>
    private bool TryEnterHere(LockMode mode)
    {
        int readsFor = _readsFor.Value;
        if (mode == LockMode.Read)
        {
            if (readsFor > 0) Interlocked.Increment(ref _sharedReads);
            else if (!mode.TryEnter(_target)) return false;
            _readsFor.Value = readsFor + 1;
            return true;
        }

        // No thread that reads may do more than that.
        return readsFor == 0 && mode.TryEnter(_target);
    }

    /// <summary>The thread holds the lock for this fiber in another mode, so that nobody else can enter: it tries until the threads that read have left.</summary>
    private async Coroutine<bool> EnterHereLaterAsync(LockMode mode, Deadline deadline)
    {
        while (!mode.TryEnter(_target))
        {
            TimeSpan left = deadline.Left;
            if (left == TimeSpan.Zero) return false;
            await TaskWait.UntilDone(Task.Delay(s_pause), left);
        }

        return true;
    }
}
