using System.Collections.Concurrent;

namespace CoGen.Patches;

public static partial class BlockingCollectionPatches
{
    /// <inheritdoc cref="BlockingCollection{T}.AddToAny(BlockingCollection{T}[], T)"/>
    public static Coroutine<int> AddToAnyAsync<T>(BlockingCollection<T>[] collections, T item) => AddToAnyAsync(collections, item, default);

    /// <inheritdoc cref="BlockingCollection{T}.AddToAny(BlockingCollection{T}[], T, CancellationToken)"/>
    public static async Coroutine<int> AddToAnyAsync<T>(BlockingCollection<T>[] collections, T item, CancellationToken cancellationToken)
    {
        int index = await ToAnyAsync(collections, item, Timeout.InfiniteTimeSpan, cancellationToken);
        return index >= 0 ? index : BlockingCollection<T>.AddToAny(collections, item, cancellationToken);
    }

    /// <inheritdoc cref="BlockingCollection{T}.TryAddToAny(BlockingCollection{T}[], T)"/>
    public static Coroutine<int> TryAddToAnyAsync<T>(BlockingCollection<T>[] collections, T item) => ToAnyAsync(collections, item, TimeSpan.Zero, default);

    /// <inheritdoc cref="BlockingCollection{T}.TryAddToAny(BlockingCollection{T}[], T, int)"/>
    public static Coroutine<int> TryAddToAnyAsync<T>(BlockingCollection<T>[] collections, T item, int millisecondsTimeout) =>
        TryAddToAnyAsync(collections, item, millisecondsTimeout, default);

    /// <inheritdoc cref="BlockingCollection{T}.TryAddToAny(BlockingCollection{T}[], T, TimeSpan)"/>
    public static Coroutine<int> TryAddToAnyAsync<T>(BlockingCollection<T>[] collections, T item, TimeSpan timeout) =>
        Limits.Allow(timeout)
            ? ToAnyAsync(collections, item, Limits.Of(timeout), default)
            : new Coroutine<int>(BlockingCollection<T>.TryAddToAny(collections, item, timeout));

    /// <inheritdoc cref="BlockingCollection{T}.TryAddToAny(BlockingCollection{T}[], T, int, CancellationToken)"/>
    public static Coroutine<int> TryAddToAnyAsync<T>(BlockingCollection<T>[] collections, T item, int millisecondsTimeout, CancellationToken cancellationToken) =>
        Limits.Allow(millisecondsTimeout)
            ? ToAnyAsync(collections, item, Limits.Of(millisecondsTimeout), cancellationToken)
            : new Coroutine<int>(BlockingCollection<T>.TryAddToAny(collections, item, millisecondsTimeout, cancellationToken));

    /// <inheritdoc cref="BlockingCollection{T}.TakeFromAny(BlockingCollection{T}[], out T)"/>
    public static Coroutine<int> TakeFromAnyAsync<T>(BlockingCollection<T>[] collections, Ref<T?> item) => TakeFromAnyAsync(collections, item, default);

    /// <inheritdoc cref="BlockingCollection{T}.TakeFromAny(BlockingCollection{T}[], out T, CancellationToken)"/>
    public static async Coroutine<int> TakeFromAnyAsync<T>(BlockingCollection<T>[] collections, Ref<T?> item, CancellationToken cancellationToken)
    {
        int index = await FromAnyAsync(collections, item, Timeout.InfiniteTimeSpan, cancellationToken, isTry: false);
        return index >= 0 ? index : BlockingCollection<T>.TakeFromAny(collections, out item.Target, cancellationToken);
    }

    /// <inheritdoc cref="BlockingCollection{T}.TryTakeFromAny(BlockingCollection{T}[], out T)"/>
    public static Coroutine<int> TryTakeFromAnyAsync<T>(BlockingCollection<T>[] collections, Ref<T?> item) => FromAnyAsync(collections, item, TimeSpan.Zero, default);

    /// <inheritdoc cref="BlockingCollection{T}.TryTakeFromAny(BlockingCollection{T}[], out T, int)"/>
    public static Coroutine<int> TryTakeFromAnyAsync<T>(BlockingCollection<T>[] collections, Ref<T?> item, int millisecondsTimeout) =>
        TryTakeFromAnyAsync(collections, item, millisecondsTimeout, default);

    /// <inheritdoc cref="BlockingCollection{T}.TryTakeFromAny(BlockingCollection{T}[], out T, TimeSpan)"/>
    public static Coroutine<int> TryTakeFromAnyAsync<T>(BlockingCollection<T>[] collections, Ref<T?> item, TimeSpan timeout) =>
        Limits.Allow(timeout)
            ? FromAnyAsync(collections, item, Limits.Of(timeout), default)
            : new Coroutine<int>(BlockingCollection<T>.TryTakeFromAny(collections, out item.Target, timeout));

    /// <inheritdoc cref="BlockingCollection{T}.TryTakeFromAny(BlockingCollection{T}[], out T, int, CancellationToken)"/>
    public static Coroutine<int> TryTakeFromAnyAsync<T>(BlockingCollection<T>[] collections, Ref<T?> item, int millisecondsTimeout, CancellationToken cancellationToken) =>
        Limits.Allow(millisecondsTimeout)
            ? FromAnyAsync(collections, item, Limits.Of(millisecondsTimeout), cancellationToken)
            : new Coroutine<int>(BlockingCollection<T>.TryTakeFromAny(collections, out item.Target, millisecondsTimeout, cancellationToken));

    private static async Coroutine<int> ToAnyAsync<T>(BlockingCollection<T>[] collections, T item, TimeSpan timeout, CancellationToken cancellationToken)
    {
        int index = BlockingCollection<T>.TryAddToAny(collections, item, 0, cancellationToken);
        if (index >= 0) return index;
        if (timeout == TimeSpan.Zero)
        {
            await TurnWait.Begin();
            return BlockingCollection<T>.TryAddToAny(collections, item, 0, cancellationToken);
        }

        BlockingCollection<T>[] copy = [.. collections];
        (bool hasEnded, int added) = await StandInCall.RunCancellableAsync(
            "room in one of several BlockingCollections", (copy, item), static (to, token) => BlockingCollection<T>.AddToAny(to.copy, to.item, token), timeout, cancellationToken);
        return hasEnded ? added : -1;
    }

    private static async Coroutine<int> FromAnyAsync<T>(
        BlockingCollection<T>[] collections, Ref<T?> item, TimeSpan timeout, CancellationToken cancellationToken, bool isTry = true)
    {
        int index = BlockingCollection<T>.TryTakeFromAny(collections, out item.Target, 0, cancellationToken);
        if (index >= 0 || (isTry && Array.TrueForAll(collections, static collection => collection.IsCompleted))) return index;
        if (timeout == TimeSpan.Zero)
        {
            await TurnWait.Begin();
            return BlockingCollection<T>.TryTakeFromAny(collections, out item.Target, 0, cancellationToken);
        }

        BlockingCollection<T>[] copy = [.. collections];
        (bool hasEnded, (int index, T? item) taken) = await StandInCall.RunCancellableAsync(
            "an item of one of several BlockingCollections",
            (copy, isTry),
            static (from, token) =>
            {
                T? item;
                int index = from.isTry
                    ? BlockingCollection<T>.TryTakeFromAny(from.copy, out item, Timeout.Infinite, token)
                    : BlockingCollection<T>.TakeFromAny(from.copy, out item, token);
                return (index, item);
            },
            timeout,
            cancellationToken);
        if (!hasEnded || taken.index < 0) return -1;
        item.Value = taken.item;
        return taken.index;
    }
}
