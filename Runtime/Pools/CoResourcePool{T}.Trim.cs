namespace CoGen;

public sealed partial class CoResourcePool<T>
{
    /// <summary>Whether a fiber will trim the pool.</summary>
    private bool _willTrim;

    /// <summary>
    /// Sees to it that what was given back is closed in time if nobody takes it. Code outside any scheduler has no timers to do
    /// so: there it is left to the next who takes or gives back.
    /// </summary>
    private void TrimLater()
    {
        if (NextTrim() is not { } delay) return;
        if (Carrier.Current.Fiber is null || Interlocked.Exchange(ref _willTrim, true)) return;
        Co.SpawnAfter(delay, TrimOnce).Named($"trims {this}").InBackground();
    }

    private Coroutine TrimOnce()
    {
        Volatile.Write(ref _willTrim, false);
        Trim();
        TrimLater();
        return default;
    }

    /// <summary>After which time the next idle resource is to be closed; null if none is.</summary>
    private TimeSpan? NextTrim()
    {
        if (_options.MaxAge is null && _options.MaxIdle is null) return null;
        TimeSpan? next = null;
        lock (_gate)
        {
            bool mayShrink = _lent + _idle.Count > _options.MinSize;
            foreach (PooledResource<T> resource in _idle)
            {
                if (_options.MaxAge is { } age) Consider(Time.Remaining(_clock, resource.Created, age));
                if (mayShrink && _options.MaxIdle is { } idle) Consider(Time.Remaining(_clock, resource.IdleSince, idle));
            }
        }

        return next;

        void Consider(TimeSpan left)
        {
            if (next is null || left < next) next = left;
        }
    }
}
