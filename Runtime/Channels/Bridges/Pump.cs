using System.Threading.Channels;

namespace CoGen;

/// <summary>
/// Moves items between a queue or channel of CoGen's and the asynchronous streams of the base class library. It first waits for room
/// and then for an item, so that an end by force finds nothing in its hands unless somebody else has taken the room. A channel has no
/// room to wait for: there it offers an item to whoever comes.
/// </summary>
internal static class Pump
{
    internal static async Coroutine FromAsync<T>(IAsyncEnumerable<T> source, Conduit<T> target, CancellationToken cancellationToken)
    {
        Exception? end = null;
        using CancellationTokenSource linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, Co.Token);
        try
        {
            await using IAsyncEnumerator<T> items = source.GetAsyncEnumerator(linked.Token);
            while (true)
            {
                if (target.Capacity > 0) await target.UntilRoomAsync(cancellationToken);
                if (target.IsShutDown || !await items.MoveNextAsync()) return;
                if (!target.TryPut(items.Current)) await target.PutAsync(items.Current, cancellationToken);
            }
        }
        catch (QueueShutDownException) when (target.IsShutDown)
        {
            // Nobody takes any more.
        }
        catch (Exception error)
        {
            end = error;
            if (error is FiberKilledException || linked.IsCancellationRequested) ThrowAsEnded(cancellationToken, error);
        }
        finally
        {
            target.ShutDown(error: end);
        }
    }

    internal static async Coroutine ToAsync<T>(Conduit<T> source, ChannelWriter<T> target, CancellationToken cancellationToken)
    {
        Exception? end = null;
        using CancellationTokenSource linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, Co.Token);
        try
        {
            while (await target.WaitToWriteAsync(linked.Token))
            {
                (bool taken, T? item) = await source.NextAsync(cancellationToken);
                if (!taken) return;
                if (!target.TryWrite(item!)) await target.WriteAsync(item!, linked.Token);
            }
        }
        catch (Exception error)
        {
            end = error;
            if (error is FiberKilledException || linked.IsCancellationRequested) ThrowAsEnded(cancellationToken, error);
            if (error is ChannelClosedException) throw;
        }
        finally
        {
            target.TryComplete(end);
        }
    }

    /// <summary>Throws what has ended the pumping by force: the kill or the token itself, not the two linked.</summary>
    private static void ThrowAsEnded(CancellationToken cancellationToken, Exception error)
    {
        Carrier.Current.Fiber?.ThrowIfKilled();
        cancellationToken.ThrowIfCancellationRequested();
        System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(error);
    }
}
