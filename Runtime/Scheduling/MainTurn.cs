using System.Diagnostics;
namespace CoGen;

/// <summary>
/// How every sync face waits: it runs its own twin as the main fiber of the thread's loop, and pumps the loop until the
/// twin is done.
/// </summary>
internal readonly ref struct MainTurn
{
    private readonly Carrier _carrier;
    private readonly LoopScheduler _loop;

    private MainTurn(Carrier carrier, LoopScheduler loop)
    {
        _carrier = carrier;
        _loop = loop;
    }

    /// <summary>Begins a wait of plain code.</summary>
    /// <param name="member">The member that waits, for the error message.</param>
    /// <exception cref="BlockingCallException">The thread runs a fiber: waiting here would stop all others.</exception>
    internal static MainTurn Begin(string member)
    {
        Carrier carrier = Carrier.Current;
        if (carrier.Fiber is { } fiber) throw BlockingCallException.Create(member, fiber.Name);
        return Enter(carrier, carrier.OwnLoop);
    }

    internal static MainTurn Enter(Carrier carrier, LoopScheduler loop)
    {
        carrier.Fiber = loop.Main;
        return new MainTurn(carrier, loop);
    }

    [StackTraceHidden]
    internal void Wait(Coroutine coroutine)
    {
        PumpUntil(coroutine.IsCompleted ? null : coroutine.Frame);
        coroutine.GetAwaiter().GetResult();
    }

    [StackTraceHidden]
    internal T Wait<T>(Coroutine<T> coroutine)
    {
        PumpUntil(coroutine.IsCompleted ? null : coroutine.Frame);
        return coroutine.GetAwaiter().GetResult();
    }

    public void Dispose() => _carrier.Fiber = null;

    private void PumpUntil(CompilerServices.Frame? frame)
    {
        if (frame is null) return;
        PumpFrame pump = new(_loop.Main);
        frame.ContinueWith(pump);
        _loop.Pump(pump);
    }
}
