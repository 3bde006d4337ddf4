using System.Runtime.CompilerServices;

namespace CoGen;

/// <summary>What a thread carries: the fiber that runs on it now, and the loop it pumps when it waits.</summary>
internal sealed class Carrier
{
    [ThreadStatic]
    private static Carrier? t_current;

    /// <summary>
    /// The fiber that runs on this thread now. Null while plain code runs; the loop's <see cref="LoopScheduler.Main"/>
    /// while plain code waits.
    /// </summary>
    internal FiberCore? Fiber;

    /// <summary>Captures this thread's execution context.</summary>
    internal readonly ContextCapture Context = new();

    /// <summary>The loop that this thread's plain code pumps, created when it first spawns or waits.</summary>
    internal LoopScheduler? Loop;

    internal static Carrier Current
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => t_current ?? Create();
    }

    /// <summary>Where a spawn from here goes: the running fiber's scheduler, else this thread's own loop.</summary>
    internal Scheduler Scheduler => Fiber is { } fiber ? fiber.Scheduler : OwnLoop;

    internal LoopScheduler OwnLoop => Loop ??= new LoopScheduler(TimeProvider.System, this);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Carrier Create() => t_current = new Carrier();
}
