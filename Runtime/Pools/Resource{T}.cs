namespace CoGen;

/// <summary>A resource that was taken from a <see cref="CoResourcePool{T}"/>, until it is given back. Used by one at a time.</summary>
/// <typeparam name="T">The type of the resource.</typeparam>
public sealed class Resource<T> : IDisposable
{
    private CoResourcePool<T>? _pool;

    internal Resource(CoResourcePool<T> pool, PooledResource<T> pooled)
    {
        _pool = pool;
        Pooled = pooled;
    }

    internal PooledResource<T> Pooled { get; }

    /// <summary>The resource.</summary>
    /// <exception cref="ObjectDisposedException">It was given back.</exception>
    public T Value
    {
        get
        {
            ObjectDisposedException.ThrowIf(_pool is null, this);
            return Pooled.Value;
        }
    }

    /// <summary>Gives the resource back for others to take. Does not wait. Nothing happens the second time.</summary>
    public void Dispose() => Interlocked.Exchange(ref _pool, null)?.GiveBack(Pooled, isGood: true);

    /// <summary>Throws the resource away, because it is broken or in a state unknown: it is closed, and the pool may make another.</summary>
    public void Discard() => Interlocked.Exchange(ref _pool, null)?.GiveBack(Pooled, isGood: false);
}

/// <summary>A resource and its times, as timestamps of the pool's clock.</summary>
internal sealed record PooledResource<T>(T Value, long Created)
{
    internal long IdleSince { get; set; }
}
