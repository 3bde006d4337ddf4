namespace CoGen.Tests;

/// <summary>Runs coroutines on a loop of their own, in virtual time.</summary>
internal static class Virtual
{
    /// <summary>A clock that waits long enough for tasks and threads on a machine that runs many tests at once.</summary>
    internal static VirtualClock Clock() => new() { Patience = Ms(500) };

    internal static TimeSpan Run(Func<Coroutine> entry)
    {
        VirtualClock clock = Clock();
        new LoopScheduler(clock).Run(entry);
        return clock.Elapsed;
    }

    internal static T Run<T>(Func<Coroutine<T>> entry) => new LoopScheduler(Clock()).Run(entry);

    internal static TimeSpan Ms(int milliseconds) => TimeSpan.FromMilliseconds(milliseconds);

    /// <summary>Asserts that <paramref name="act"/> throws. Unlike xunit's own assertions it stays in the fiber, so that the clock has nothing to wait for in real time.</summary>
    internal static async Coroutine<TError> Throws<TError>(Func<Coroutine> act)
        where TError : Exception
    {
        try
        {
            await act();
        }
        catch (TError error)
        {
            return error;
        }

        throw new InvalidOperationException($"No {typeof(TError).Name} was thrown.");
    }
}
