namespace CoGen;

/// <summary>The signal of a <see cref="WaitHandle"/>, which the thread pool's own wait threads wait for. Not for a <see cref="Mutex"/>, which they would own.</summary>
internal sealed class HandleSignal(WaitHandle handle) : OutsideEvent
{
    private const int Came = 1;
    private const int Withdrawn = 2;

    private OutsideWait? _wait;
    private RegisteredWaitHandle? _registration;
    private int _state;

    internal override void Start(OutsideWait wait)
    {
        _wait = wait;
        RegisteredWaitHandle registration = ThreadPool.UnsafeRegisterWaitForSingleObject(
            handle, static (signal, _) => ((HandleSignal)signal!).OnSignal(), this, Timeout.Infinite, executeOnlyOnce: true);
        Volatile.Write(ref _registration, registration);
        if (Volatile.Read(ref _state) != 0) registration.Unregister(null);
    }

    internal override bool TryWithdraw()
    {
        if (Interlocked.CompareExchange(ref _state, Withdrawn, 0) != 0) return false;
        _registration!.Unregister(null);
        return true;
    }

    internal override string Describe() => $"a signal of a {handle.GetType().Name}";

    private void OnSignal()
    {
        if (Interlocked.CompareExchange(ref _state, Came, 0) == 0)
        {
            Volatile.Read(ref _registration)?.Unregister(null);
            _wait!.Rouse(WaitFrame.Signalled);
        }
        else
        {
            GiveBack(handle);
        }
    }

    /// <summary>A signal was taken for a fiber that does not wait any more: whoever else waits is to have it.</summary>
    internal static void GiveBack(WaitHandle handle)
    {
        try
        {
            if (handle is Semaphore semaphore) semaphore.Release();
            else if (handle is EventWaitHandle signal and not ManualResetEvent && !signal.WaitOne(0)) signal.Set();
        }
        catch (Exception error) when (error is ObjectDisposedException or SemaphoreFullException)
        {
            // Nobody can be waiting.
        }
    }
}
