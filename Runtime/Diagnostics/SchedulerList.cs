using System.Runtime.CompilerServices;

namespace CoGen;

/// <summary>The schedulers of the process that are in use, and the threads that have to do with them. None is kept alive by this.</summary>
internal static class SchedulerList
{
    private static readonly ConditionalWeakTable<Scheduler, object?> s_schedulers = [];
    private static readonly ConditionalWeakTable<Carrier, object?> s_carriers = [];
    private static int s_last;

    /// <summary>The turns of what is no more.</summary>
    private static long s_retired;

    /// <summary>All schedulers, oldest first.</summary>
    internal static Scheduler[] All => [.. s_schedulers.Select(static entry => entry.Key).OrderBy(static scheduler => scheduler.Number)];

    internal static Carrier[] Carriers => [.. s_carriers.Select(static entry => entry.Key)];

    /// <summary>How many turns there were.</summary>
    internal static long Turns => Volatile.Read(ref s_retired) + Carriers.Sum(static carrier => carrier.Turns) + All.OfType<LoopScheduler>().Sum(static loop => loop.Turns);

    internal static void Retire(long turns) => Interlocked.Add(ref s_retired, turns);

    /// <returns>The number of the scheduler.</returns>
    internal static int Add(Scheduler scheduler)
    {
        s_schedulers.Add(scheduler, null);
        return Interlocked.Increment(ref s_last);
    }

    internal static void Add(Carrier carrier) => s_carriers.Add(carrier, null);
}
