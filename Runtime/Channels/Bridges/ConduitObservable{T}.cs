namespace CoGen;

/// <summary>A queue or channel, seen as something that pushes its items. Each subscription is a fiber that takes and hands on.</summary>
internal sealed class ConduitObservable<T>(Conduit<T> conduit) : IObservable<T>
{
    public IDisposable Subscribe(IObserver<T> observer)
    {
        ArgumentNullException.ThrowIfNull(observer);
        return new Subscription(Co.Spawn(DeliverAsync, observer));
    }

    private async Coroutine DeliverAsync(IObserver<T> observer)
    {
        while (true)
        {
            (bool Taken, T? Item) next;
            try
            {
                next = await conduit.NextAsync(CancellationToken.None);
            }
            catch (Exception error) when (error is not FiberKilledException)
            {
                observer.OnError(error);
                return;
            }

            if (!next.Taken) break;
            observer.OnNext(next.Item!);
        }

        observer.OnCompleted();
    }

    private sealed class Subscription(Fiber fiber) : IDisposable
    {
        public void Dispose() => fiber.Cancel();
    }
}
