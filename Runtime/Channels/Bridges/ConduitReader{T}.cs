using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;

namespace CoGen;

/// <summary>A queue or channel, seen as the reading half of a <see cref="Channel{T}"/>.</summary>
internal sealed class ConduitReader<T>(Conduit<T> conduit) : ChannelReader<T>
{
    public override bool CanCount => true;

    public override bool CanPeek => true;

    public override int Count => conduit.Count;

    public override Task Completion => conduit.Completion;

    public override bool TryRead([MaybeNullWhen(false)] out T item) => conduit.TryTake(out item);

    public override bool TryPeek([MaybeNullWhen(false)] out T item) => conduit.TryPeek(out item);

    public override ValueTask<T> ReadAsync(CancellationToken cancellationToken = default)
    {
        if (cancellationToken.IsCancellationRequested) return ValueTask.FromCanceled<T>(cancellationToken);
        return conduit.TryTake(out T? item) ? new ValueTask<T>(item) : TakeAsync(cancellationToken).AsValueTask();
    }

    public override IAsyncEnumerable<T> ReadAllAsync(CancellationToken cancellationToken = default) => conduit.TakeAll(cancellationToken).AsAsyncEnumerable();

    public override ValueTask<bool> WaitToReadAsync(CancellationToken cancellationToken = default)
    {
        if (cancellationToken.IsCancellationRequested) return ValueTask.FromCanceled<bool>(cancellationToken);
        return !conduit.IsCompleted && conduit.IsReady ? new ValueTask<bool>(true) : WaitAsync(cancellationToken).AsValueTask();
    }

    private async Coroutine<T> TakeAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await conduit.TakeAsync(cancellationToken);
        }
        catch (QueueShutDownException error)
        {
            throw new ChannelClosedException(error.InnerException);
        }
    }

    private async Coroutine<bool> WaitAsync(CancellationToken cancellationToken)
    {
        await Co.WaitAnyAsync([conduit], Timeout.InfiniteTimeSpan, cancellationToken);
        if (!conduit.IsCompleted) return true;
        await Completion;
        return false;
    }
}
