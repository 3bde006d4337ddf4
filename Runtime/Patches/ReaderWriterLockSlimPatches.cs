namespace CoGen.Patches;

/// <summary>
/// What the members of <see cref="ReaderWriterLockSlim"/> become in a coroutine: the lock is held by fibers, also across waits, and keeps out and lets in
/// fibers and threads alike. What a fiber may enter again is a matter of the lock's policy.
/// </summary>
/// <remarks>
/// <para>
/// The thread of a loop holds the lock for its fibers where it can; for a fiber that has to wait for threads, for one that upgrades while others read,
/// and for all fibers of a pool a thread of its own does so, until the fiber has left. Plain code that was not rewritten is taken for the thread of its loop.
/// </para>
/// <para>Fibers are let in in the order of arrival; who comes while somebody waits stands behind. A fiber that ends without leaving keeps the lock.</para>
/// </remarks>
public static class ReaderWriterLockSlimPatches
{
    /// <inheritdoc cref="ReaderWriterLockSlim.EnterReadLock"/>
    /// <param name="target">The lock.</param>
    /// <exception cref="NotSupportedException">The code runs in no fiber that could hold the lock.</exception>
    public static Coroutine EnterReadLockAsync(ReaderWriterLockSlim target) => EnterAsync(target, LockMode.Read, Timeout.InfiniteTimeSpan).WithoutResult();

    /// <inheritdoc cref="ReaderWriterLockSlim.EnterWriteLock"/>
    /// <inheritdoc cref="EnterReadLockAsync" path="/param | /exception"/>
    public static Coroutine EnterWriteLockAsync(ReaderWriterLockSlim target) => EnterAsync(target, LockMode.Write, Timeout.InfiniteTimeSpan).WithoutResult();

    /// <inheritdoc cref="ReaderWriterLockSlim.EnterUpgradeableReadLock"/>
    /// <inheritdoc cref="EnterReadLockAsync" path="/param | /exception"/>
    public static Coroutine EnterUpgradeableReadLockAsync(ReaderWriterLockSlim target) =>
        EnterAsync(target, LockMode.Upgradeable, Timeout.InfiniteTimeSpan).WithoutResult();

    /// <inheritdoc cref="ReaderWriterLockSlim.TryEnterReadLock(int)"/>
    /// <inheritdoc cref="EnterReadLockAsync" path="/param | /exception"/>
    public static Coroutine<bool> TryEnterReadLockAsync(ReaderWriterLockSlim target, int millisecondsTimeout) =>
        Limits.Allow(millisecondsTimeout)
            ? EnterAsync(target, LockMode.Read, Limits.Of(millisecondsTimeout))
            : new Coroutine<bool>(target.TryEnterReadLock(millisecondsTimeout));

    /// <inheritdoc cref="ReaderWriterLockSlim.TryEnterReadLock(TimeSpan)"/>
    /// <inheritdoc cref="EnterReadLockAsync" path="/param | /exception"/>
    public static Coroutine<bool> TryEnterReadLockAsync(ReaderWriterLockSlim target, TimeSpan timeout) =>
        Limits.Allow(timeout) ? EnterAsync(target, LockMode.Read, Limits.Of(timeout)) : new Coroutine<bool>(target.TryEnterReadLock(timeout));

    /// <inheritdoc cref="ReaderWriterLockSlim.TryEnterWriteLock(int)"/>
    /// <inheritdoc cref="EnterReadLockAsync" path="/param | /exception"/>
    public static Coroutine<bool> TryEnterWriteLockAsync(ReaderWriterLockSlim target, int millisecondsTimeout) =>
        Limits.Allow(millisecondsTimeout)
            ? EnterAsync(target, LockMode.Write, Limits.Of(millisecondsTimeout))
            : new Coroutine<bool>(target.TryEnterWriteLock(millisecondsTimeout));

    /// <inheritdoc cref="ReaderWriterLockSlim.TryEnterWriteLock(TimeSpan)"/>
    /// <inheritdoc cref="EnterReadLockAsync" path="/param | /exception"/>
    public static Coroutine<bool> TryEnterWriteLockAsync(ReaderWriterLockSlim target, TimeSpan timeout) =>
        Limits.Allow(timeout) ? EnterAsync(target, LockMode.Write, Limits.Of(timeout)) : new Coroutine<bool>(target.TryEnterWriteLock(timeout));

    /// <inheritdoc cref="ReaderWriterLockSlim.TryEnterUpgradeableReadLock(int)"/>
    /// <inheritdoc cref="EnterReadLockAsync" path="/param | /exception"/>
    public static Coroutine<bool> TryEnterUpgradeableReadLockAsync(ReaderWriterLockSlim target, int millisecondsTimeout) =>
        Limits.Allow(millisecondsTimeout)
            ? EnterAsync(target, LockMode.Upgradeable, Limits.Of(millisecondsTimeout))
            : new Coroutine<bool>(target.TryEnterUpgradeableReadLock(millisecondsTimeout));

    /// <inheritdoc cref="ReaderWriterLockSlim.TryEnterUpgradeableReadLock(TimeSpan)"/>
    /// <inheritdoc cref="EnterReadLockAsync" path="/param | /exception"/>
    public static Coroutine<bool> TryEnterUpgradeableReadLockAsync(ReaderWriterLockSlim target, TimeSpan timeout) =>
        Limits.Allow(timeout) ? EnterAsync(target, LockMode.Upgradeable, Limits.Of(timeout)) : new Coroutine<bool>(target.TryEnterUpgradeableReadLock(timeout));

    /// <inheritdoc cref="ReaderWriterLockSlim.ExitReadLock"/>
    /// <param name="target">The lock.</param>
    public static void ExitReadLock(ReaderWriterLockSlim target) => Exit(target, LockMode.Read);

    /// <inheritdoc cref="ReaderWriterLockSlim.ExitWriteLock"/>
    /// <param name="target">The lock.</param>
    public static void ExitWriteLock(ReaderWriterLockSlim target) => Exit(target, LockMode.Write);

    /// <inheritdoc cref="ReaderWriterLockSlim.ExitUpgradeableReadLock"/>
    /// <param name="target">The lock.</param>
    public static void ExitUpgradeableReadLock(ReaderWriterLockSlim target) => Exit(target, LockMode.Upgradeable);

    /// <inheritdoc cref="ReaderWriterLockSlim.IsReadLockHeld"/>
    /// <param name="target">The lock.</param>
    /// <returns>Whether the fiber, in plain code the thread, holds it so.</returns>
    public static bool IsReadLockHeld(ReaderWriterLockSlim target) => RecursiveReadCount(target) > 0;

    /// <inheritdoc cref="ReaderWriterLockSlim.IsWriteLockHeld"/>
    /// <inheritdoc cref="IsReadLockHeld" path="/param | /returns"/>
    public static bool IsWriteLockHeld(ReaderWriterLockSlim target) => RecursiveWriteCount(target) > 0;

    /// <inheritdoc cref="ReaderWriterLockSlim.IsUpgradeableReadLockHeld"/>
    /// <inheritdoc cref="IsReadLockHeld" path="/param | /returns"/>
    public static bool IsUpgradeableReadLockHeld(ReaderWriterLockSlim target) => RecursiveUpgradeCount(target) > 0;

    /// <inheritdoc cref="ReaderWriterLockSlim.RecursiveReadCount"/>
    /// <param name="target">The lock.</param>
    /// <returns>How often the fiber, in plain code the thread, has entered it so.</returns>
    public static int RecursiveReadCount(ReaderWriterLockSlim target) => CountOf(target, LockMode.Read) ?? target.RecursiveReadCount;

    /// <inheritdoc cref="ReaderWriterLockSlim.RecursiveWriteCount"/>
    /// <inheritdoc cref="RecursiveReadCount" path="/param | /returns"/>
    public static int RecursiveWriteCount(ReaderWriterLockSlim target) => CountOf(target, LockMode.Write) ?? target.RecursiveWriteCount;

    /// <inheritdoc cref="ReaderWriterLockSlim.RecursiveUpgradeCount"/>
    /// <inheritdoc cref="RecursiveReadCount" path="/param | /returns"/>
    public static int RecursiveUpgradeCount(ReaderWriterLockSlim target) => CountOf(target, LockMode.Upgradeable) ?? target.RecursiveUpgradeCount;

    /// <inheritdoc cref="ReaderWriterLockSlim.CurrentReadCount"/>
    /// <param name="target">The lock.</param>
    /// <returns>How many fibers and threads read.</returns>
    public static int CurrentReadCount(ReaderWriterLockSlim target) => target.CurrentReadCount + (FiberReaderWriterLock.Find(target)?.SharedReads ?? 0);

    private static Coroutine<bool> EnterAsync(ReaderWriterLockSlim target, LockMode mode, TimeSpan timeout)
    {
        _ = target.RecursionPolicy;
        if (Carrier.Current.Fiber is null)
        {
            throw new NotSupportedException(
                "A ReaderWriterLockSlim is held by a thread or a fiber, and asynchronous code outside all fibers is neither. Call it in a fiber, or use CoReaderWriterLock.");
        }

        return FiberReaderWriterLock.Of(target).TryEnterAsync(mode, timeout);
    }

    private static void Exit(ReaderWriterLockSlim target, LockMode mode)
    {
        _ = target.RecursionPolicy;
        if (IsInFiber) FiberReaderWriterLock.Of(target).Exit(mode);
        else mode.Exit(target);
    }

    private static int? CountOf(ReaderWriterLockSlim target, LockMode mode)
    {
        _ = target.RecursionPolicy;
        return IsInFiber ? FiberReaderWriterLock.Find(target)?.CountOf(mode) ?? 0 : null;
    }

    private static bool IsInFiber => Carrier.Current.Fiber is not null and not MainFiber;
}
