namespace CoGen;

public abstract partial class Waitable
{
    /// <summary>How many were told that this is ready and have not had their turn yet.</summary>
    private int _waking;

    /// <summary>What somebody waits for who waits until this is ready, in words.</summary>
    private protected virtual string DescribeReady() => ToString();

    /// <summary>
    /// Waits until this is ready, and takes nothing. True if it was ready at some time since, even if it no longer is. Who finds
    /// it ready while others are still being told of it goes on after them.
    /// </summary>
    private protected Coroutine<bool> WatchAsync(TimeSpan timeout, CancellationToken cancellationToken)
    {
        timeout = Time.Require(timeout);
        cancellationToken.ThrowIfCancellationRequested();
        if (Volatile.Read(ref _waking) == 0 && IsReady) return new Coroutine<bool>(true);

        LineWait<Watcher> wait = LineWait<Watcher>.Rent();
        wait.Node.Watched = this;
        Gate.Enter();
        bool isReady = IsReadyNow;
        bool isBehind = isReady && _waking > 0;
        if (!isReady) _watchers.Append(wait.Node);
        else if (isBehind) wait.Node.TryClaim();
        Gate.Exit();
        if (isBehind)
        {
            wait.Rouse(WaitFrame.Signalled);
        }
        else if (isReady)
        {
            wait.Discard();
            return new Coroutine<bool>(true);
        }

        return wait.Begin(timeout, cancellationToken);
    }

    /// <summary>One who waits to see this ready.</summary>
    private sealed class Watcher : LineNode
    {
        internal Waitable? Watched;

        /// <summary>Whether it is one of those counted who are being woken.</summary>
        private bool _isWaking;

        internal override bool TryClaim()
        {
            _isWaking = true;
            Watched!._waking++;
            return true;
        }

        internal override bool TryWithdraw() => Watched!.TryUnwatch(this);

        internal override string Describe() => Watched!.DescribeReady();

        internal override void Clear()
        {
            Waitable watched = Watched!;
            Watched = null;
            if (!_isWaking) return;
            _isWaking = false;
            watched.Gate.Enter();
            watched._waking--;
            watched.Gate.Exit();
        }
    }
}
