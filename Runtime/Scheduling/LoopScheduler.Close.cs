namespace CoGen;

public sealed partial class LoopScheduler
{
    private volatile bool _isClosed;

    /// <summary>Whether a thread runs this loop as long as it is open.</summary>
    internal bool RunsForEver { get; init; }

    internal override void ThrowIfClosed() => ObjectDisposedException.ThrowIf(_isClosed, this);

    /// <summary>Makes this the calling thread's loop, and runs it until <paramref name="program"/>, which stands for plain code, has ended.</summary>
    internal bool Serve(Func<Coroutine<bool>> program)
    {
        Carrier carrier = Carrier.Current;
        carrier.Loop = this;
        Volatile.Write(ref _carrier, carrier);
        using MainTurn turn = MainTurn.Enter(carrier, this);
        return turn.Wait(program());
    }

    /// <summary>Lets nothing more be spawned, kills all fibers, and waits for their end, but no longer than <paramref name="grace"/>. Called by the main fiber.</summary>
    /// <returns>Whether all have ended.</returns>
    internal Coroutine<bool> CloseAsync(TimeSpan grace)
    {
        _isClosed = true;
        return KillAllAsync(grace);
    }

    /// <summary>Kills all fibers, and waits for their end, but no longer than <paramref name="grace"/>. Called by the main fiber.</summary>
    /// <returns>Whether all have ended.</returns>
    internal async Coroutine<bool> KillAllAsync(TimeSpan grace)
    {
        long began = Clock.GetTimestamp();
        HashSet<Fiber> killed = [];
        while (true)
        {
            // Those that were spawned, and have not begun, begin.
            await Co.YieldAsync();
            Fiber[] alive = [.. _suspended.Fibers.ToArray().Union(_regions.Select(region => region.OfFiber)).Select(fiber => fiber.Handle)];
            if (alive.Length == 0 && _ready.IsEmpty && _inbox.IsEmpty) return true;

            foreach (Fiber fiber in alive)
            {
                if (killed.Add(fiber)) fiber.Cancel();
            }

            foreach (Fiber fiber in alive)
            {
                TimeSpan left = grace == Timeout.InfiniteTimeSpan ? grace : grace - Clock.GetElapsedTime(began);
                if (grace != Timeout.InfiniteTimeSpan && left <= TimeSpan.Zero) return false;
                if (!await fiber.JoinAsync(left)) return false;
            }
        }
    }
}
