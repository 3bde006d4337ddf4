using System.Threading.Channels;

namespace CoGen;

/// <summary>A queue or channel, seen as the writing half of a <see cref="Channel{T}"/>. A full one makes writers wait.</summary>
internal sealed class ConduitWriter<T>(Conduit<T> conduit) : ChannelWriter<T>
{
    public override bool TryWrite(T item) => conduit.TryPut(item);

    public override bool TryComplete(Exception? error = null) => conduit.TryShutDown(immediate: false, error);

    public override ValueTask WriteAsync(T item, CancellationToken cancellationToken = default)
    {
        if (cancellationToken.IsCancellationRequested) return ValueTask.FromCanceled(cancellationToken);
        return conduit.TryPut(item) ? default : PutAsync(item, cancellationToken).AsValueTask();
    }

    public override ValueTask<bool> WaitToWriteAsync(CancellationToken cancellationToken = default) =>
        cancellationToken.IsCancellationRequested ? ValueTask.FromCanceled<bool>(cancellationToken) : WaitAsync(cancellationToken).AsValueTask();

    private async Coroutine PutAsync(T item, CancellationToken cancellationToken)
    {
        try
        {
            await conduit.PutAsync(item, cancellationToken);
        }
        catch (QueueShutDownException error)
        {
            throw new ChannelClosedException(error.InnerException);
        }
    }

    private async Coroutine<bool> WaitAsync(CancellationToken cancellationToken)
    {
        await conduit.UntilRoomAsync(cancellationToken);
        if (!conduit.IsShutDown) return true;
        conduit.ThrowIfFailed();
        return false;
    }
}
