using CoGen.CompilerServices;

namespace CoGen;

/// <summary>The plain code of a thread, as the loop sees it: a fiber that was never spawned and never ends.</summary>
internal sealed class MainFiber : FiberCore
{
    internal MainFiber(LoopScheduler loop)
    {
        Scheduler = loop;
        Pools = new FramePools();
        Name = "main";
        MarkStarted();
    }

    private protected override Coroutine Enter() => throw new InvalidOperationException("The main fiber is not started.");

    private protected override void Drop() { }

    private protected override void Recycle() { }
}

/// <summary>Plain code that waits for its turn.</summary>
internal sealed class PumpFrame : Frame
{
    internal PumpFrame(FiberCore main) => Fiber = main;

    /// <summary>The thread that waits.</summary>
    internal Thread Thread { get; } = Thread.CurrentThread;

    internal bool HadItsTurn { get; private set; }

    internal override void Resume() => HadItsTurn = true;

    private protected override void Recycle() { }
}
