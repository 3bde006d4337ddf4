namespace CoGen;

public sealed partial class LoopScheduler
{
    /// <summary>Makes the calling thread the one that runs this loop, if it is not.</summary>
    private protected override Visit BeginRun()
    {
        Carrier carrier = Carrier.Current;
        if (carrier.Fiber is { } fiber) throw BlockingCallException.Create("LoopScheduler.Run", fiber.Name);

        ThrowIfClosed();
        if (RunsForEver && !IsOnThread) return new Visit(MainTurn.Begin("LoopScheduler.Run"), null);

        Carrier? owner = Interlocked.CompareExchange(ref _carrier, carrier, null);
        if (owner is not null && owner != carrier) throw new InvalidOperationException("Another thread runs this loop.");
        return new Visit(MainTurn.Enter(carrier, this), owner is null ? this : null);
    }

    /// <summary>Leaves the loop to any thread.</summary>
    internal void GiveBack() => Volatile.Write(ref _carrier, null);
}
