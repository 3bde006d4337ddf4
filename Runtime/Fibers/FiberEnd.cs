namespace CoGen;

/// <summary>The end of a fiber, as something to be waited for.</summary>
internal sealed class FiberEnd : Waitable
{
    /// <summary>The end of every fiber that has ended.</summary>
    internal static readonly FiberEnd Past = new(null, 0) { _hasCome = true };

    private readonly FiberCore? _fiber;
    private readonly string _description;
    private bool _hasCome;

    internal FiberEnd(FiberCore? fiber, long id)
    {
        _fiber = fiber;
        _description = $"the end of '{fiber?.Name}'";
        Id = id;
    }

    /// <summary>Whose end this is.</summary>
    internal long Id { get; }

    /// <inheritdoc/>
    public override bool IsReady => Volatile.Read(ref _hasCome);

    private protected override bool IsReadyNow => _hasCome;

    internal override bool IsOutside => _fiber is not null && _fiber.Scheduler != Carrier.Current.Fiber?.Scheduler;

    /// <inheritdoc/>
    public override string ToString() => _description;

    /// <summary>The fiber has ended. May be called more than once.</summary>
    internal void Come()
    {
        RouseList watchers = default;
        Gate.Enter();
        _hasCome = true;
        ServeWatchers(ref watchers);
        Gate.Exit();
        watchers.Rouse(WaitFrame.Signalled);
    }

    /// <summary>Waits for the end.</summary>
    internal Coroutine<bool> WaitAsync(TimeSpan timeout)
    {
        LineWait<Watcher> wait = LineWait<Watcher>.Rent();
        wait.Node.End = this;
        if (TryWatch(wait.Node)) return wait.BeginOutside(timeout);

        wait.Discard();
        return new Coroutine<bool>(true);
    }

    private sealed class Watcher : LineNode
    {
        internal FiberEnd? End;

        internal override bool TryWithdraw() => End!.TryUnwatch(this);

        internal override string Describe() => $"{End}";

        internal override void Clear() => End = null;
    }
}
