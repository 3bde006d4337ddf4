namespace CoGen.Patches;

/// <summary>What the waits of <see cref="Thread"/> become in a coroutine. A fiber that waits for the end of a thread has a thread that does so.</summary>
public static class ThreadPatches
{
    /// <inheritdoc cref="Thread.Join()"/>
    /// <param name="thread">The thread.</param>
    public static Coroutine JoinAsync(Thread thread) => WaitAsync(thread, Timeout.InfiniteTimeSpan).WithoutResult();

    /// <inheritdoc cref="Thread.Join(int)"/>
    /// <param name="thread">The thread.</param>
    public static Coroutine<bool> JoinAsync(Thread thread, int millisecondsTimeout) =>
        Limits.Allow(millisecondsTimeout) ? WaitAsync(thread, Limits.Of(millisecondsTimeout)) : new Coroutine<bool>(thread.Join(millisecondsTimeout));

    /// <inheritdoc cref="Thread.Join(TimeSpan)"/>
    /// <param name="thread">The thread.</param>
    public static Coroutine<bool> JoinAsync(Thread thread, TimeSpan timeout) =>
        Limits.Allow(timeout) ? WaitAsync(thread, Limits.Of(timeout)) : new Coroutine<bool>(thread.Join(timeout));

    private static async Coroutine<bool> WaitAsync(Thread thread, TimeSpan timeout)
    {
        if (thread.Join(0)) return true;
        if (timeout != TimeSpan.Zero) return (await StandInCall.RunAsync("the end of a thread", thread, static thread => thread.Join(Timeout.Infinite), timeout)).HasEnded;
        await TurnWait.Begin();
        return thread.Join(0);
    }
}
