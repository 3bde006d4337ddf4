namespace CoGen;

/// <summary>Waits until one waitable is ready, and takes nothing from it.</summary>
internal static class ReadyWait
{
    /// <summary>Waits until <paramref name="waitable"/> was ready at least once.</summary>
    /// <param name="what">What is waited for, in the words of a dump.</param>
    /// <returns>False when the time was over.</returns>
    internal static Coroutine<bool> BeginAsync(Waitable waitable, string what, TimeSpan timeout, CancellationToken cancellationToken)
    {
        timeout = Time.Require(timeout);
        cancellationToken.ThrowIfCancellationRequested();
        if (waitable.IsReady) return new Coroutine<bool>(true);

        LineWait<Watcher> wait = LineWait<Watcher>.Rent();
        wait.Node.Watched = waitable;
        wait.Node.What = what;
        if (waitable.TryWatch(wait.Node)) return wait.Begin(timeout, cancellationToken);

        wait.Discard();
        return new Coroutine<bool>(true);
    }

    private sealed class Watcher : LineNode
    {
        internal Waitable? Watched;
        internal string? What;

        internal override bool TryWithdraw() => Watched!.TryUnwatch(this);

        internal override string Describe() => $"{What} {Watched}";

        internal override void Clear()
        {
            Watched = null;
            What = null;
        }
    }
}
