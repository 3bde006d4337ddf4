using System.Runtime.CompilerServices;

namespace CoGen.Patches;

/// <summary>What <see cref="Barrier.SignalAndWait()"/> becomes in a coroutine. Fibers and threads may take part in the same phase.</summary>
/// <remarks>
/// A fiber that has to wait for others has a thread that signals and waits for it. The one that comes last needs none: it runs the action that
/// follows the phase itself.
/// </remarks>
public static class BarrierPatches
{
    /// <summary>Lets the fibers of one barrier arrive one after the other, so that the last is known to be the last.</summary>
    private static readonly ConditionalWeakTable<Barrier, CoLock> s_doors = [];

    /// <inheritdoc cref="Barrier.SignalAndWait()"/>
    /// <param name="barrier">The barrier.</param>
    public static Coroutine SignalAndWaitAsync(Barrier barrier) => ArriveAsync(barrier, Timeout.InfiniteTimeSpan, default).WithoutResult();

    /// <inheritdoc cref="Barrier.SignalAndWait(CancellationToken)"/>
    /// <param name="barrier">The barrier.</param>
    public static Coroutine SignalAndWaitAsync(Barrier barrier, CancellationToken cancellationToken) =>
        ArriveAsync(barrier, Timeout.InfiniteTimeSpan, cancellationToken).WithoutResult();

    /// <inheritdoc cref="Barrier.SignalAndWait(int)"/>
    /// <param name="barrier">The barrier.</param>
    public static Coroutine<bool> SignalAndWaitAsync(Barrier barrier, int millisecondsTimeout) => SignalAndWaitAsync(barrier, millisecondsTimeout, default);

    /// <inheritdoc cref="Barrier.SignalAndWait(TimeSpan)"/>
    /// <param name="barrier">The barrier.</param>
    public static Coroutine<bool> SignalAndWaitAsync(Barrier barrier, TimeSpan timeout) => SignalAndWaitAsync(barrier, timeout, default);

    /// <inheritdoc cref="Barrier.SignalAndWait(int, CancellationToken)"/>
    /// <param name="barrier">The barrier.</param>
    public static Coroutine<bool> SignalAndWaitAsync(Barrier barrier, int millisecondsTimeout, CancellationToken cancellationToken) =>
        Limits.Allow(millisecondsTimeout)
            ? ArriveAsync(barrier, Limits.Of(millisecondsTimeout), cancellationToken)
            : new Coroutine<bool>(barrier.SignalAndWait(millisecondsTimeout, cancellationToken));

    /// <inheritdoc cref="Barrier.SignalAndWait(TimeSpan, CancellationToken)"/>
    /// <param name="barrier">The barrier.</param>
    public static Coroutine<bool> SignalAndWaitAsync(Barrier barrier, TimeSpan timeout, CancellationToken cancellationToken) =>
        Limits.Allow(timeout) ? ArriveAsync(barrier, Limits.Of(timeout), cancellationToken) : new Coroutine<bool>(barrier.SignalAndWait(timeout, cancellationToken));

    private static async Coroutine<bool> ArriveAsync(Barrier barrier, TimeSpan timeout, CancellationToken cancellationToken)
    {
        _ = barrier.ParticipantCount;
        Deadline deadline = Deadline.In(timeout);
        CoLock door = s_doors.GetValue(barrier, static barrier => new CoLock { StandsFor = "the door of a Barrier" });
        if (!await door.TryEnterAsync(timeout, cancellationToken)) return false;

        using CancellationTokenSource leaving = new();
        StandInCall<Barrier, bool> arrival;
        Coroutine<bool> wait;
        try
        {
            // Who is not the last has not been there, if there is no time to wait.
            if (barrier.SignalAndWait(0, cancellationToken)) return true;
            if (timeout == TimeSpan.Zero)
            {
                await TurnWait.Begin();
                return barrier.SignalAndWait(0, cancellationToken);
            }

            arrival = new StandInCall<Barrier, bool>(barrier, static (barrier, token) => barrier.SignalAndWait(Timeout.Infinite, token))
            {
                Name = "the others at a Barrier",
                Cancellation = leaving,
                Context = ExecutionContext.Capture(),
            };
            wait = OutsideWait.Begin(arrival, deadline.Left, cancellationToken);
            while (!arrival.IsSettled) await TurnWait.Begin();
        }
        finally
        {
            door.Exit();
        }

        // A kill that came meanwhile ends the wait, as soon as it is one.
        if (Carrier.Current.Fiber?.PendingKill is not null) arrival.TryWithdraw();
        return await wait && arrival.TakeResult();
    }
}
