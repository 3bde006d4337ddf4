namespace CoGen;

/// <summary>A queue or channel, seen as something that items are pushed to.</summary>
internal sealed class ConduitObserver<T>(Conduit<T> conduit) : IObserver<T>
{
    public void OnNext(T value)
    {
        if (!conduit.TryPut(value) && !conduit.IsShutDown) conduit.Put(value);
    }

    public void OnCompleted() => conduit.ShutDown();

    public void OnError(Exception error) => conduit.ShutDown(error: error);
}
