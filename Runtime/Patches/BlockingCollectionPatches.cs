using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using CoGen.CompilerServices;

namespace CoGen.Patches;

/// <summary>
/// What the members of <see cref="BlockingCollection{T}"/> that wait become in a coroutine. Fibers and threads may be at both ends of the same collection.
/// </summary>
/// <remarks>
/// Of all fibers that wait for an item, or for room, the first has a thread that waits for it; the others stand behind it. A fiber that waits for one
/// of several collections has a thread of its own. If there is no time to wait, the other fibers run once before it is tried again.
/// </remarks>
public static partial class BlockingCollectionPatches
{
    private static readonly ConditionalWeakTable<object, Doors> s_doors = [];

    /// <inheritdoc cref="BlockingCollection{T}.Add(T)"/>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="collection">The collection.</param>
    public static Coroutine AddAsync<T>(BlockingCollection<T> collection, T item) => AddAsync(collection, item, Timeout.InfiniteTimeSpan, default).WithoutResult();

    /// <inheritdoc cref="BlockingCollection{T}.Add(T, CancellationToken)"/>
    /// <inheritdoc cref="AddAsync{T}(BlockingCollection{T}, T)" path="/typeparam | /param"/>
    public static Coroutine AddAsync<T>(BlockingCollection<T> collection, T item, CancellationToken cancellationToken) =>
        AddAsync(collection, item, Timeout.InfiniteTimeSpan, cancellationToken).WithoutResult();

    /// <inheritdoc cref="BlockingCollection{T}.TryAdd(T)"/>
    /// <inheritdoc cref="AddAsync{T}(BlockingCollection{T}, T)" path="/typeparam | /param"/>
    public static Coroutine<bool> TryAddAsync<T>(BlockingCollection<T> collection, T item) => AddAsync(collection, item, TimeSpan.Zero, default);

    /// <inheritdoc cref="BlockingCollection{T}.TryAdd(T, int)"/>
    /// <inheritdoc cref="AddAsync{T}(BlockingCollection{T}, T)" path="/typeparam | /param"/>
    public static Coroutine<bool> TryAddAsync<T>(BlockingCollection<T> collection, T item, int millisecondsTimeout) =>
        TryAddAsync(collection, item, millisecondsTimeout, default);

    /// <inheritdoc cref="BlockingCollection{T}.TryAdd(T, TimeSpan)"/>
    /// <inheritdoc cref="AddAsync{T}(BlockingCollection{T}, T)" path="/typeparam | /param"/>
    public static Coroutine<bool> TryAddAsync<T>(BlockingCollection<T> collection, T item, TimeSpan timeout) =>
        Limits.Allow(timeout) ? AddAsync(collection, item, Limits.Of(timeout), default) : new Coroutine<bool>(collection.TryAdd(item, timeout));

    /// <inheritdoc cref="BlockingCollection{T}.TryAdd(T, int, CancellationToken)"/>
    /// <inheritdoc cref="AddAsync{T}(BlockingCollection{T}, T)" path="/typeparam | /param"/>
    public static Coroutine<bool> TryAddAsync<T>(BlockingCollection<T> collection, T item, int millisecondsTimeout, CancellationToken cancellationToken) =>
        Limits.Allow(millisecondsTimeout)
            ? AddAsync(collection, item, Limits.Of(millisecondsTimeout), cancellationToken)
            : new Coroutine<bool>(collection.TryAdd(item, millisecondsTimeout, cancellationToken));

    /// <inheritdoc cref="BlockingCollection{T}.Take()"/>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="collection">The collection.</param>
    public static Coroutine<T> TakeAsync<T>(BlockingCollection<T> collection) => TakeAsync(collection, default(CancellationToken));

    /// <inheritdoc cref="BlockingCollection{T}.Take(CancellationToken)"/>
    /// <inheritdoc cref="TakeAsync{T}(BlockingCollection{T})" path="/typeparam | /param"/>
    public static async Coroutine<T> TakeAsync<T>(BlockingCollection<T> collection, CancellationToken cancellationToken)
    {
        (bool isTaken, T? item) = await TakeAsync(collection, Timeout.InfiniteTimeSpan, cancellationToken);

        // Nothing will ever come, which the original says best.
        return isTaken ? item! : collection.Take(cancellationToken);
    }

    /// <inheritdoc cref="BlockingCollection{T}.TryTake(out T)"/>
    /// <inheritdoc cref="TakeAsync{T}(BlockingCollection{T})" path="/typeparam | /param"/>
    public static Coroutine<bool> TryTakeAsync<T>(BlockingCollection<T> collection, Ref<T?> item) => TakeAsync(collection, item, TimeSpan.Zero, default);

    /// <inheritdoc cref="BlockingCollection{T}.TryTake(out T, int)"/>
    /// <inheritdoc cref="TakeAsync{T}(BlockingCollection{T})" path="/typeparam | /param"/>
    public static Coroutine<bool> TryTakeAsync<T>(BlockingCollection<T> collection, Ref<T?> item, int millisecondsTimeout) =>
        TryTakeAsync(collection, item, millisecondsTimeout, default);

    /// <inheritdoc cref="BlockingCollection{T}.TryTake(out T, TimeSpan)"/>
    /// <inheritdoc cref="TakeAsync{T}(BlockingCollection{T})" path="/typeparam | /param"/>
    public static Coroutine<bool> TryTakeAsync<T>(BlockingCollection<T> collection, Ref<T?> item, TimeSpan timeout) =>
        Limits.Allow(timeout) ? TakeAsync(collection, item, Limits.Of(timeout), default) : new Coroutine<bool>(collection.TryTake(out item.Target, timeout));

    /// <inheritdoc cref="BlockingCollection{T}.TryTake(out T, int, CancellationToken)"/>
    /// <inheritdoc cref="TakeAsync{T}(BlockingCollection{T})" path="/typeparam | /param"/>
    public static Coroutine<bool> TryTakeAsync<T>(BlockingCollection<T> collection, Ref<T?> item, int millisecondsTimeout, CancellationToken cancellationToken) =>
        Limits.Allow(millisecondsTimeout)
            ? TakeAsync(collection, item, Limits.Of(millisecondsTimeout), cancellationToken)
            : new Coroutine<bool>(collection.TryTake(out item.Target, millisecondsTimeout, cancellationToken));

    /// <inheritdoc cref="BlockingCollection{T}.GetConsumingEnumerable()"/>
    /// <inheritdoc cref="TakeAsync{T}(BlockingCollection{T})" path="/typeparam | /param"/>
    public static CoEnumerable<T> GetConsumingEnumerableAsync<T>(BlockingCollection<T> collection) => GetConsumingEnumerableAsync(collection, default);

    /// <inheritdoc cref="BlockingCollection{T}.GetConsumingEnumerable(CancellationToken)"/>
    /// <inheritdoc cref="TakeAsync{T}(BlockingCollection{T})" path="/typeparam | /param"/>
    public static CoEnumerable<T> GetConsumingEnumerableAsync<T>(BlockingCollection<T> collection, CancellationToken cancellationToken)
    {
        _ = collection.GetConsumingEnumerable(cancellationToken);
        return Sequences.Of<T>(async yielder =>
        {
            while (true)
            {
                (bool isTaken, T? item) = await TakeAsync(collection, Timeout.InfiniteTimeSpan, cancellationToken);
                if (!isTaken || await yielder.Return(item!)) return;
            }
        });
    }

    private static async Coroutine<bool> AddAsync<T>(BlockingCollection<T> collection, T item, TimeSpan timeout, CancellationToken cancellationToken)
    {
        if (collection.TryAdd(item, 0, cancellationToken)) return true;
        if (timeout == TimeSpan.Zero)
        {
            await TurnWait.Begin();
            return collection.TryAdd(item, 0, cancellationToken);
        }

        Deadline deadline = Deadline.In(timeout);
        CoLock door = DoorsOf(collection).In;
        if (!await door.TryEnterAsync(timeout, cancellationToken)) return false;
        try
        {
            if (collection.TryAdd(item, 0, cancellationToken)) return true;
            (bool hasEnded, bool isAdded) = await StandInCall.RunCancellableAsync(
                "room in a BlockingCollection", (collection, item), static (to, token) => to.collection.TryAdd(to.item, Timeout.Infinite, token), deadline.Left, cancellationToken);
            return hasEnded && isAdded;
        }
        finally
        {
            door.Exit();
        }
    }

    private static async Coroutine<bool> TakeAsync<T>(BlockingCollection<T> collection, Ref<T?> item, TimeSpan timeout, CancellationToken cancellationToken)
    {
        item.Value = default;
        (bool isTaken, T? taken) = await TakeAsync(collection, timeout, cancellationToken);
        if (isTaken) item.Value = taken;
        return isTaken;
    }

    private static async Coroutine<(bool IsTaken, T? Item)> TakeAsync<T>(BlockingCollection<T> collection, TimeSpan timeout, CancellationToken cancellationToken)
    {
        if (collection.TryTake(out T? item, 0, cancellationToken)) return (true, item);
        if (collection.IsCompleted) return default;
        if (timeout == TimeSpan.Zero)
        {
            await TurnWait.Begin();
            return (collection.TryTake(out item, 0, cancellationToken), item);
        }

        Deadline deadline = Deadline.In(timeout);
        CoLock door = DoorsOf(collection).Out;
        if (!await door.TryEnterAsync(timeout, cancellationToken)) return default;
        try
        {
            if (collection.TryTake(out item, 0, cancellationToken)) return (true, item);
            return (await StandInCall.RunCancellableAsync(
                "an item of a BlockingCollection",
                collection,
                static (from, token) => (from.TryTake(out T? taken, Timeout.Infinite, token), taken),
                deadline.Left,
                cancellationToken)).Result;
        }
        finally
        {
            door.Exit();
        }
    }

    private static Doors DoorsOf(object collection) => s_doors.GetValue(collection, static _ => new Doors());

    /// <summary>Where fibers stand in line.</summary>
    private sealed class Doors
    {
        internal CoLock In { get; } = new() { StandsFor = "room in a BlockingCollection" };

        internal CoLock Out { get; } = new() { StandsFor = "an item of a BlockingCollection" };
    }
}
