using System.Runtime.ExceptionServices;

namespace CoGen;

// A fiber of its own, the feeder, takes items from the source and spawns a call for each into the pool, so that calls go on
// while the consumer does other things; it stays so many items ahead of the consumer at most. The exception is a consumer
// that is in the pool itself: then the calls may need its own slot, which only its own fiber can lend, so that it feeds
// itself, whenever it asks for a result.
//
// Results come through a queue. For each entry, also the one that stands for the end of the source, one permit is released.

/// <summary>One enumeration of a lazy map.</summary>
internal sealed class MapRun<T, TResult> : CoEnumerator<TResult>
{
    private readonly MapSequence<T, TResult> _map;
    private readonly CancellationToken _cancellationToken;
    private readonly MapCalls _calls;
    private readonly Lock _gate = new();
    private readonly Queue<Entry> _entries = new();
    private readonly CoSemaphore _arrived = new(0) { Meaning = "the next result of a map" };
    private readonly CoSemaphore _room;
    private CancellationTokenRegistration _registration;
    private CoEnumerator<T>? _source;
    private Fiber? _feeder;

    /// <summary>Guarded by the gate, as what follows.</summary>
    private int _started;
    private int _ended;
    private bool _isSourceDone;
    private ExceptionDispatchInfo? _sourceError;

    /// <summary>What was taken from the queue and not given out yet; and how many were given out. The consumer's own, as what follows.</summary>
    private Entry? _head;
    private int _givenOut;
    private bool _isDone;

    internal MapRun(MapSequence<T, TResult> map, CancellationToken cancellationToken)
    {
        _map = map;
        _cancellationToken = cancellationToken;
        _calls = new MapCalls(map.Progress, MapCalls.CountOf(map.Source), map.IsOrdered ? null : OnEnded);
        _room = new CoSemaphore(map.LookAhead) { Meaning = "a result of a map to be read" };
    }

    public override async Coroutine<bool> MoveNextAsync()
    {
        if (_isDone) return false;
        _cancellationToken.ThrowIfCancellationRequested();
        if (_source is null) Begin();
        if (_head is null)
        {
            if (_feeder is null) await FeedSelfAsync();
            await _arrived.WaitAsync(_cancellationToken);
            lock (_gate) _head = _entries.Dequeue();
        }

        if (_head.Value.Call is not { } call)
        {
            await DisposeAsync();
            _sourceError?.Throw();
            return false;
        }

        await call.JoinAsync();
        _cancellationToken.ThrowIfCancellationRequested();
        _head = null;
        _givenOut++;
        _room.Release();
        Current = call.Result;
        return true;
    }

    public override async Coroutine DisposeAsync()
    {
        _isDone = true;
        if (_source is not { } source) return;

        _source = null;
        _registration.Dispose();

        // Ordinary async code may end what a fiber has begun, and is not interrupted.
        using (Carrier.Current.Fiber is null ? null : Co.Shield())
        {
            if (_feeder is { } feeder) await feeder.KillAsync();
            await _calls.KillAsync();
            await source.DisposeAsync();
        }
    }

    private protected override bool TryDispose()
    {
        bool isAtRest = _source is null;
        if (isAtRest) _isDone = true;
        return isAtRest;
    }

    private void Begin()
    {
        FiberGroup.RequireFiber("begin a map");
        _source = CoSequence.Enumerate(_map.Source, _cancellationToken);
        _registration = _cancellationToken.UnsafeRegister(static calls => ((FiberGroup)calls!).Cancel(), _calls);
        if (!_map.Target.IsInside) _feeder = Co.Spawn(FeedAsync).Named($"feeder of a map in {_map.Target}");
    }

    private async Coroutine FeedAsync()
    {
        try
        {
            do await _room.WaitAsync(_cancellationToken);
            while (await FeedOneAsync());
        }
        catch (Exception error)
        {
            EndSource(error);
        }
    }

    /// <summary>Feeds as much as can run now, and at least something if nothing is under way.</summary>
    private async Coroutine FeedSelfAsync()
    {
        try
        {
            bool mayGoOn = !_isSourceDone;
            while (mayGoOn && (_started == _givenOut || _map.Target.HasRoom) && _room.TryWait()) mayGoOn = await FeedOneAsync();
        }
        catch (Exception error) when (_source is PlainValues<T> { IsBroken: true })
        {
            EndSource(error);
        }
    }

    /// <summary>Takes an item from the source and spawns its call. There is room for its result.</summary>
    /// <returns>False at the end of the source.</returns>
    private async Coroutine<bool> FeedOneAsync()
    {
        bool isStarted = false;
        try
        {
            if (!await _source!.MoveNextAsync())
            {
                EndSource(null);
                return false;
            }

            await SpawnAsync(_source.Current);
            isStarted = true;
            return true;
        }
        finally
        {
            if (!isStarted) _room.Release();
        }
    }

    private async Coroutine SpawnAsync(T item)
    {
        lock (_gate) _started++;
        try
        {
            Fiber<TResult> call = await _map.Target.SpawnAsync<ResultEntry<T, TResult>, TResult>(new(_map.Entry, item), _calls, _cancellationToken);
            if (_map.IsOrdered) Enqueue(new Entry(call));
        }
        catch when (_feeder is not null || _map.IsOrdered)
        {
            // Nothing was started, or nobody gets its result.
            lock (_gate) _started--;
            throw;
        }
    }

    private void EndSource(Exception? error)
    {
        bool isLast;
        lock (_gate)
        {
            _isSourceDone = true;
            _sourceError = error is null ? null : ExceptionDispatchInfo.Capture(error);
            isLast = _map.IsOrdered || _ended == _started;
            if (isLast) _entries.Enqueue(default);
        }

        if (isLast) _arrived.Release();
    }

    /// <summary>A call has ended whose place in the order does not matter.</summary>
    private void OnEnded(Fiber fiber)
    {
        bool isLast;
        lock (_gate)
        {
            _ended++;
            _entries.Enqueue(new Entry(new Fiber<TResult>(fiber)));
            isLast = _isSourceDone && _ended == _started;
            if (isLast) _entries.Enqueue(default);
        }

        _arrived.Release(isLast ? 2 : 1);
    }

    private void Enqueue(Entry entry)
    {
        lock (_gate) _entries.Enqueue(entry);
        _arrived.Release();
    }

    /// <summary>A call, or the end of the source.</summary>
    private readonly record struct Entry(Fiber<TResult>? Call);
}
