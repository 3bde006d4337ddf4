namespace CoGen.Tests;

/// <summary>Runs coroutines on a loop of their own, in virtual time.</summary>
internal static class Virtual
{
    internal static TimeSpan Run(Func<Coroutine> entry)
    {
        VirtualClock clock = new();
        new LoopScheduler(clock).Run(entry);
        return clock.Elapsed;
    }

    internal static T Run<T>(Func<Coroutine<T>> entry) => new LoopScheduler(new VirtualClock()).Run(entry);

    internal static TimeSpan Ms(int milliseconds) => TimeSpan.FromMilliseconds(milliseconds);
}
