using System.Runtime.InteropServices;

namespace CoGen;

/// <summary>That a signal runs a handler: see <see cref="Co.OnSignal(PosixSignal, Action)"/>. All members may be called from any thread.</summary>
public sealed class SignalRegistration : IDisposable
{
    private readonly PosixSignalRegistration _registration;
    private volatile bool _isCancelled;

    internal SignalRegistration(PosixSignal signal, Scheduler scheduler, Func<Coroutine> handler)
    {
        Signal = signal;
        _registration = PosixSignalRegistration.Create(signal, context =>
        {
            if (_isCancelled) return;
            context.Cancel = true;
            try
            {
                scheduler.Spawn(handler);
            }
            catch (ObjectDisposedException)
            {
                // Its loop has ended: nobody is left who cares.
            }
        });
    }

    /// <summary>The signal.</summary>
    public PosixSignal Signal { get; }

    /// <summary>No handler begins any more; the signal means what it meant before. A handler that runs goes on. gevent's <c>cancel</c>.</summary>
    public void Dispose()
    {
        _isCancelled = true;
        _registration.Dispose();
    }
}
