using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using CoGen.CompilerServices;

namespace CoGen;

public static partial class Co
{
    /// <summary>
    /// Runs a handler in a new fiber of the current scheduler each time the process gets a signal, in place of what the signal does by default. The counterpart of
    /// gevent's <c>signal_handler</c>.
    /// </summary>
    /// <remarks>
    /// On a loop the handler runs when the loop is run. That a signal may come keeps nothing alive: a program whose fibers all wait for one another is a
    /// deadlock all the same. What is to wait for a signal waits by <see cref="WaitSignal"/>. A handler that fails is reported by <see cref="Scheduler.FiberFailed"/>.
    /// </remarks>
    /// <param name="signal">The signal; on Unix, the number of any other can be cast to it.</param>
    /// <param name="handler">What to run. A method tagged <see cref="CoroutineAttribute">[Coroutine]</see> runs as its twin.</param>
    /// <returns>Dispose of it to run the handler no more.</returns>
    /// <exception cref="PlatformNotSupportedException">The system does not know the signal.</exception>
    public static SignalRegistration OnSignal(PosixSignal signal, [CoroutineEntry] Action handler) => OnSignal(signal, Twin.Of(handler));

    /// <inheritdoc cref="OnSignal(PosixSignal, Action)"/>
    [OverloadResolutionPriority(1)]
    public static SignalRegistration OnSignal(PosixSignal signal, Func<Coroutine> handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        return new SignalRegistration(signal, Scheduler.Current, handler);
    }

    /// <summary>Waits until the process gets one of some signals, which does not do then what it does by default.</summary>
    /// <param name="signals">The signals.</param>
    /// <returns>The one that came.</returns>
    /// <exception cref="ArgumentException">There are none.</exception>
    /// <inheritdoc cref="Fiber.Join()" path="/exception"/>
    public static PosixSignal WaitSignal(params PosixSignal[] signals)
    {
        using MainTurn turn = MainTurn.Begin("Co.WaitSignal");
        return turn.Wait(WaitSignalAsync(signals));
    }

    /// <inheritdoc cref="WaitSignal"/>
    public static async Coroutine<PosixSignal> WaitSignalAsync(params PosixSignal[] signals)
    {
        ArgumentNullException.ThrowIfNull(signals);
        if (signals.Length == 0) throw new ArgumentException("There is no signal to wait for.", nameof(signals));

        TaskCompletionSource<PosixSignal> came = new(TaskCreationOptions.RunContinuationsAsynchronously);
        List<PosixSignalRegistration> registrations = [];
        try
        {
            foreach (PosixSignal signal in signals)
            {
                registrations.Add(PosixSignalRegistration.Create(signal, context =>
                {
                    context.Cancel = true;
                    came.TrySetResult(signal);
                }));
            }

            return await CoTask.GetResultAsync(came.Task);
        }
        finally
        {
            foreach (PosixSignalRegistration registration in registrations) registration.Dispose();
        }
    }
}
