using System.Runtime.CompilerServices;

namespace CoGen.Patches;

/// <summary>
/// What the members of <see cref="ReaderWriterLock"/> become in a coroutine. For each fiber a thread of its own holds the lock, from the first time it enters
/// until it has left, so that all is as among threads; <see cref="ReaderWriterLockSlim"/> costs less.
/// </summary>
/// <remarks>
/// <see cref="ReaderWriterLock.ReleaseLock"/> and <see cref="ReaderWriterLock.RestoreLock"/> have no counterpart: what they pass between them is bound to a
/// thread that holds nothing meanwhile.
/// </remarks>
public static class ReaderWriterLockPatches
{
    private static readonly ConditionalWeakTable<ReaderWriterLock, Holders> s_holders = [];

    /// <inheritdoc cref="ReaderWriterLock.AcquireReaderLock(int)"/>
    /// <param name="target">The lock.</param>
    /// <exception cref="NotSupportedException">The code runs in no fiber that could hold the lock.</exception>
    public static Coroutine AcquireReaderLockAsync(ReaderWriterLock target, int millisecondsTimeout) =>
        AcquireAsync(target, millisecondsTimeout, static (target, timeout) =>
        {
            target.AcquireReaderLock(timeout);
            return true;
        }).WithoutResult();

    /// <inheritdoc cref="ReaderWriterLock.AcquireReaderLock(TimeSpan)"/>
    /// <inheritdoc cref="AcquireReaderLockAsync(ReaderWriterLock, int)" path="/param | /exception"/>
    public static Coroutine AcquireReaderLockAsync(ReaderWriterLock target, TimeSpan timeout)
    {
        if (!Limits.Allow(timeout)) target.AcquireReaderLock(timeout);
        return AcquireReaderLockAsync(target, (int)timeout.TotalMilliseconds);
    }

    /// <inheritdoc cref="ReaderWriterLock.AcquireWriterLock(int)"/>
    /// <inheritdoc cref="AcquireReaderLockAsync(ReaderWriterLock, int)" path="/param | /exception"/>
    public static Coroutine AcquireWriterLockAsync(ReaderWriterLock target, int millisecondsTimeout) =>
        AcquireAsync(target, millisecondsTimeout, static (target, timeout) =>
        {
            target.AcquireWriterLock(timeout);
            return true;
        }).WithoutResult();

    /// <inheritdoc cref="ReaderWriterLock.AcquireWriterLock(TimeSpan)"/>
    /// <inheritdoc cref="AcquireReaderLockAsync(ReaderWriterLock, int)" path="/param | /exception"/>
    public static Coroutine AcquireWriterLockAsync(ReaderWriterLock target, TimeSpan timeout)
    {
        if (!Limits.Allow(timeout)) target.AcquireWriterLock(timeout);
        return AcquireWriterLockAsync(target, (int)timeout.TotalMilliseconds);
    }

    /// <inheritdoc cref="ReaderWriterLock.UpgradeToWriterLock(int)"/>
    /// <inheritdoc cref="AcquireReaderLockAsync(ReaderWriterLock, int)" path="/param | /exception"/>
    public static Coroutine<LockCookie> UpgradeToWriterLockAsync(ReaderWriterLock target, int millisecondsTimeout) =>
        AcquireAsync(target, millisecondsTimeout, static (target, timeout) => target.UpgradeToWriterLock(timeout));

    /// <inheritdoc cref="ReaderWriterLock.UpgradeToWriterLock(TimeSpan)"/>
    /// <inheritdoc cref="AcquireReaderLockAsync(ReaderWriterLock, int)" path="/param | /exception"/>
    public static Coroutine<LockCookie> UpgradeToWriterLockAsync(ReaderWriterLock target, TimeSpan timeout)
    {
        if (!Limits.Allow(timeout)) target.UpgradeToWriterLock(timeout);
        return UpgradeToWriterLockAsync(target, (int)timeout.TotalMilliseconds);
    }

    /// <inheritdoc cref="ReaderWriterLock.ReleaseReaderLock"/>
    /// <param name="target">The lock.</param>
    public static Coroutine ReleaseReaderLockAsync(ReaderWriterLock target) => ReleaseAsync(target, static target => target.ReleaseReaderLock());

    /// <inheritdoc cref="ReaderWriterLock.ReleaseWriterLock"/>
    /// <param name="target">The lock.</param>
    public static Coroutine ReleaseWriterLockAsync(ReaderWriterLock target) => ReleaseAsync(target, static target => target.ReleaseWriterLock());

    /// <inheritdoc cref="ReaderWriterLock.DowngradeFromWriterLock"/>
    /// <param name="target">The lock.</param>
    public static Coroutine DowngradeFromWriterLockAsync(ReaderWriterLock target, Ref<LockCookie> lockCookie) =>
        ReleaseAsync(target, target => target.DowngradeFromWriterLock(ref lockCookie.Target));

    /// <inheritdoc cref="ReaderWriterLock.IsReaderLockHeld"/>
    /// <param name="target">The lock.</param>
    /// <returns>Whether the fiber, in plain code the thread, reads.</returns>
    public static bool IsReaderLockHeld(ReaderWriterLock target) => Mine(target) is { } mine ? mine.IsReader : target.IsReaderLockHeld;

    /// <inheritdoc cref="ReaderWriterLock.IsWriterLockHeld"/>
    /// <param name="target">The lock.</param>
    /// <returns>Whether the fiber, in plain code the thread, writes.</returns>
    public static bool IsWriterLockHeld(ReaderWriterLock target) => Mine(target) is { } mine ? mine.IsWriter : target.IsWriterLockHeld;

    private static Hold? Mine(ReaderWriterLock target) => s_holders.TryGetValue(target, out Holders? holders) ? holders.Find(Holder.Here) : null;

    private static async Coroutine<T> AcquireAsync<T>(ReaderWriterLock target, int millisecondsTimeout, Func<ReaderWriterLock, int, T> acquire)
    {
        if (target is null || millisecondsTimeout < -1) return acquire(target!, millisecondsTimeout);
        if (Carrier.Current.Fiber is null)
        {
            throw new NotSupportedException("A ReaderWriterLock is held by a thread or a fiber, and asynchronous code outside all fibers is neither. Call it in a fiber.");
        }

        Holders holders = s_holders.GetValue(target, static _ => new Holders());
        Hold mine = holders.Claim(Holder.Here);
        try
        {
            (bool hasEnded, T? result) = await mine.RunAsync(target, target => acquire(target, millisecondsTimeout == 0 ? 0 : Timeout.Infinite), Limits.Of(millisecondsTimeout == 0 ? -1 : millisecondsTimeout));

            // Out of time, which the original says; or gets it after all.
            if (!hasEnded) (_, result) = await mine.RunAsync(target, target => acquire(target, 0), Timeout.InfiniteTimeSpan, isStubborn: true);
            return result!;
        }
        finally
        {
            holders.Settle(mine);
        }
    }

    private static async Coroutine ReleaseAsync(ReaderWriterLock target, Action<ReaderWriterLock> release)
    {
        if (Mine(target) is not { } mine)
        {
            release(target);
            return;
        }

        try
        {
            await mine.RunAsync(
                target,
                target =>
                {
                    release(target);
                    return true;
                },
                Timeout.InfiniteTimeSpan,
                isStubborn: true);
        }
        finally
        {
            s_holders.GetValue(target, static _ => new Holders()).Settle(mine);
        }
    }

    /// <summary>What a fiber holds, and the thread that holds it.</summary>
    private sealed class Hold(Holder who)
    {
        private readonly Deputy _deputy = new();

        internal Holder Who => who;

        internal bool IsReader { get; private set; }

        internal bool IsWriter { get; private set; }

        internal void End() => _deputy.End();

        internal async Coroutine<(bool HasEnded, T? Result)> RunAsync<T>(ReaderWriterLock target, Func<ReaderWriterLock, T> call, TimeSpan timeout, bool isStubborn = false)
        {
            StandInCall<ReaderWriterLock, T> made = new(target, (target, _) =>
            {
                try
                {
                    return call(target);
                }
                finally
                {
                    IsReader = target.IsReaderLockHeld;
                    IsWriter = target.IsWriterLockHeld;
                }
            })
            {
                Name = "a ReaderWriterLock",
                On = _deputy.Post,
            };
            return await OutsideWait.Begin(made, timeout, isStubborn: isStubborn) ? (true, made.TakeResult()) : (false, default);
        }
    }

    private sealed class Holders
    {
        private readonly List<Hold> _holds = [];

        internal Hold? Find(Holder who)
        {
            lock (_holds) return _holds.Find(hold => hold.Who.Is(who));
        }

        internal Hold Claim(Holder who)
        {
            if (Find(who) is { } mine) return mine;
            Hold claimed = new(who);
            lock (_holds) _holds.Add(claimed);
            return claimed;
        }

        /// <summary>Lets the thread go that holds nothing.</summary>
        internal void Settle(Hold mine)
        {
            if (mine.IsReader || mine.IsWriter) return;
            lock (_holds) _holds.Remove(mine);
            mine.End();
        }
    }
}
