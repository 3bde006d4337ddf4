using System.Runtime.CompilerServices;
using CoGen.CompilerServices;

namespace CoGen;

/// <summary>
/// Things that are dear to make, such as connections: made when needed, up to a number, lent to one user at a time, and used
/// again. Who finds all of them in use waits, first come, first served. The counterpart of eventlet's <c>pools.Pool</c> and
/// <c>db_pool</c>.
/// </summary>
/// <typeparam name="T">The type of the resources.</typeparam>
/// <remarks>
/// Give back by <see cref="Resource{T}.Dispose"/> what is in a known state, and <see cref="Resource{T}.Discard"/> all else: a
/// kill or a timeout may have come in the middle of an exchange. Idle resources that have grown old are closed when somebody
/// takes, and by a fiber in the background of the scheduler of who gave back. All members may be used from any thread.
/// </remarks>
public sealed partial class CoResourcePool<T> : IDisposable
{
    private readonly Func<Coroutine<T>> _create;
    private readonly ResourcePoolOptions<T> _options;
    private readonly TimeProvider _clock;
    private readonly Slots _slots;
    private readonly Lock _gate = new();

    /// <summary>Those that may be taken: who was idle longest comes first.</summary>
    private readonly LinkedList<PooledResource<T>> _idle = [];
    private int _lent;
    private bool _isDisposed;

    /// <summary>Creates a pool. No resource is made yet.</summary>
    /// <param name="create">Makes a resource. A method tagged <see cref="CoroutineAttribute">[Coroutine]</see> runs as its twin.</param>
    /// <param name="options">How the resources are treated; all defaults if null.</param>
    /// <exception cref="ArgumentException">A number of the options is out of range, or there are two checks of health.</exception>
    public CoResourcePool([CoroutineEntry] Func<T> create, ResourcePoolOptions<T>? options = null)
        : this(Twin.Of(create), options)
    {
    }

    /// <inheritdoc cref="CoResourcePool{T}(Func{T}, ResourcePoolOptions{T})"/>
    [OverloadResolutionPriority(1)]
    public CoResourcePool(Func<Coroutine<T>> create, ResourcePoolOptions<T>? options = null)
    {
        ArgumentNullException.ThrowIfNull(create);
        _options = options ?? new ResourcePoolOptions<T>();
        _options.Require();
        _create = create;
        _clock = _options.Clock ?? Carrier.Current.Fiber?.Scheduler.Clock ?? TimeProvider.System;
        _slots = new Slots(this, _options.MaxSize);
    }

    /// <summary>
    /// How many resources there may be at once. To raise it lets those go on who wait; to lower it closes idle ones now, and
    /// those that are lent when they come back. eventlet's <c>resize</c>.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The size is negative.</exception>
    public int MaxSize
    {
        get => _slots.Size;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            _slots.Size = value;
            CloseIdle(static (pool, _) => pool._lent + pool._idle.Count > pool.MaxSize);
        }
    }

    /// <summary>How many resources there are, idle or lent or just being made.</summary>
    public int Count
    {
        get
        {
            lock (_gate) return _lent + _idle.Count;
        }
    }

    /// <summary>How many resources are idle.</summary>
    public int IdleCount
    {
        get
        {
            lock (_gate) return _idle.Count;
        }
    }

    /// <summary>How many more can be taken without waiting for another user. Negative while more are lent than may be, after <see cref="MaxSize"/> was lowered.</summary>
    public int FreeCount => _slots.Free;

    /// <summary>How many wait for a resource.</summary>
    public int WaitingCount => _slots.Waiting;

    /// <summary>Ready while somebody who took would not have to wait for another user: for <see cref="Co.WaitAny(Waitable[])"/> and its kin.</summary>
    public Waitable Available => _slots;

    /// <summary>A name for people, which dumps and deadlock reports show.</summary>
    public string? Name { get; init; }

    /// <summary>Gets the name, else the kind.</summary>
    /// <returns>Some words.</returns>
    public override string ToString() => Name is null ? "CoResourcePool" : $"CoResourcePool '{Name}'";

    /// <summary>Closes all idle resources. Those that are lent are closed when they come back, and nothing can be taken any more.</summary>
    public void Dispose()
    {
        lock (_gate) _isDisposed = true;
        CloseIdle(static (_, _) => true);

        // Those who wait go on, and are told.
        _slots.Size = int.MaxValue;
    }

    /// <summary>Closes what is idle and too old, or idle for too long. The pool does so itself, too.</summary>
    public void Trim()
    {
        CloseIdle(static (pool, resource) => pool.IsTooOld(resource));
        CloseIdle(static (pool, resource) => pool._lent + pool._idle.Count > pool._options.MinSize && pool.IsIdleTooLong(resource));
    }

    internal void GiveBack(PooledResource<T> resource, bool isGood)
    {
        bool isKept;
        lock (_gate)
        {
            _lent--;
            isKept = isGood && !_isDisposed && _lent + _idle.Count < MaxSize && !IsTooOld(resource);
            if (isKept)
            {
                resource.IdleSince = _clock.GetTimestamp();
                _idle.AddLast(resource);
            }
        }

        try
        {
            if (!isKept) Close(resource);
            else TrimLater();
        }
        finally
        {
            _slots.Release(null);
        }
    }

    private bool IsTooOld(PooledResource<T> resource) => _options.MaxAge is { } age && _clock.GetElapsedTime(resource.Created) >= age;

    private bool IsIdleTooLong(PooledResource<T> resource) => _options.MaxIdle is { } limit && _clock.GetElapsedTime(resource.IdleSince) >= limit;

    private void CloseIdle(Func<CoResourcePool<T>, PooledResource<T>, bool> choose)
    {
        List<PooledResource<T>> chosen = [];
        lock (_gate)
        {
            LinkedListNode<PooledResource<T>>? next;
            for (LinkedListNode<PooledResource<T>>? node = _idle.First; node is not null; node = next)
            {
                next = node.Next;
                if (!choose(this, node.Value)) continue;
                _idle.Remove(node);
                chosen.Add(node.Value);
            }
        }

        foreach (PooledResource<T> resource in chosen) Close(resource);
    }

    /// <summary>Closes a resource that is in the pool no more. Its errors are not those of whoever happens to be here.</summary>
    private void Close(PooledResource<T> resource)
    {
        try
        {
            if (_options.Close is { } close) close(resource.Value);
            else if (resource.Value is IDisposable disposable) disposable.Dispose();
        }
        catch (Exception error)
        {
            if (_options.CloseFailed is { } handler) handler(error);
            else Console.Error.WriteLine($"{this} could not close a resource: {error}");
        }
    }
}
