namespace CoGen.Patches;

/// <summary>What <see cref="SpinWait.SpinUntil(Func{bool})"/> becomes in a coroutine: the other fibers run between two looks at the condition.</summary>
public static class SpinWaitPatches
{
    /// <summary>How often it looks before it leaves some time between two looks.</summary>
    private const int QuickLooks = 20;

    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(1);

    /// <inheritdoc cref="SpinWait.SpinUntil(Func{bool})"/>
    public static Coroutine SpinUntilAsync(Func<bool> condition) => UntilAsync(condition, Timeout.InfiniteTimeSpan).WithoutResult();

    /// <inheritdoc cref="SpinWait.SpinUntil(Func{bool}, int)"/>
    public static Coroutine<bool> SpinUntilAsync(Func<bool> condition, int millisecondsTimeout) =>
        condition is null || !Limits.Allow(millisecondsTimeout)
            ? new Coroutine<bool>(SpinWait.SpinUntil(condition!, millisecondsTimeout))
            : UntilAsync(condition, Limits.Of(millisecondsTimeout));

    /// <inheritdoc cref="SpinWait.SpinUntil(Func{bool}, TimeSpan)"/>
    public static Coroutine<bool> SpinUntilAsync(Func<bool> condition, TimeSpan timeout) =>
        condition is null || !Limits.Allow(timeout) ? new Coroutine<bool>(SpinWait.SpinUntil(condition!, timeout)) : UntilAsync(condition, Limits.Of(timeout));

    private static async Coroutine<bool> UntilAsync(Func<bool> condition, TimeSpan timeout)
    {
        if (condition is null) SpinWait.SpinUntil(condition!);
        Deadline deadline = Deadline.In(timeout);
        for (int looks = 0; !condition!(); looks++)
        {
            if (deadline.Left == TimeSpan.Zero) return false;
            if (looks < QuickLooks) await Co.YieldAsync();
            else await Co.SleepAsync(s_pause);
        }

        return true;
    }
}
