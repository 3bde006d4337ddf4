using System.Diagnostics;
using CoGen.CompilerServices;

namespace CoGen;

/// <summary>Reads what a dump shows of fibers that stand still, or are read by whoever runs them.</summary>
internal sealed class FiberReader(SourceLines lines)
{
    /// <summary>Beyond this a stack is not shown: a recursion without end is to be seen, too.</summary>
    private const int MostCalls = 256;

    /// <param name="fiber">The fiber.</param>
    /// <param name="top">Where its stack begins, if it does not wait; null if that is not known.</param>
    /// <param name="timeLeft">How long until a wait's timer fires; null if that is not to be told.</param>
    internal FiberSnapshot Read(FiberCore fiber, Frame? top, Func<WaitFrame, TimeSpan>? timeLeft)
    {
        FiberState state = fiber.State;
        Frame? leaf = state is FiberState.Waiting or FiberState.Created ? fiber.Leaf : null;
        WaitFrame? wait = leaf as WaitFrame;
        object? whom = wait?.WaitsFor;
        SpawnRecord? spawn = fiber.SpawnRecord;
        return new FiberSnapshot(fiber, fiber.Id)
        {
            Name = fiber.Name,
            State = state,
            WaitsFor = leaf?.Describe(),
            WaitsForWhom = whom,
            ContendedLock = wait?.HeldLock?.ToString(),
            Awaited = whom is FiberCore awaited and not MainFiber ? awaited.Handle : null,
            SuspendedFor = state == FiberState.Running || fiber.SuspendedAt is not { } since ? null : fiber.Scheduler.Clock.GetElapsedTime(since),
            TimeLeft = wait is { TimerSlot: >= 0 } && timeLeft is not null ? timeLeft(wait) : null,
            Calls = state == FiberState.Running && Carrier.Current.Fiber == fiber ? CallsHere() : Calls(leaf ?? top, fiber),
            Spawner = spawn?.SpawnerOf(),
            SpawnedAt = spawn is null ? [] : [.. CallsOf(spawn.Stack)],
            Result = fiber.Result,
            Exception = fiber.OutcomeError,
            Locals = LocalList.ValuesOf(fiber),
        };
    }

    /// <summary>What is known of a fiber that another thread runs.</summary>
    internal FiberSnapshot ReadRunning(FiberCore fiber, Carrier carrier)
    {
        List<SuspendedCall> calls = [];
        if (carrier.Turn.TryRead(carrier.Turn.Number, out FiberCore noted, out Frame? frame, out Type? machine, out int state) && noted == fiber && machine is not null)
        {
            calls.Add(Call(MethodNames.OfMachine(machine)!, machine, state));
            calls.AddRange(Calls(frame?.Continuation, fiber));
        }

        return new FiberSnapshot(fiber, fiber.Id) { Name = fiber.Name, State = FiberState.Running, Calls = calls, Spawner = fiber.SpawnRecord?.SpawnerOf() };
    }

    /// <summary>What is known of a fiber that is queued, or just leaves its turn: it is ready even if its last wait is still seen.</summary>
    internal FiberSnapshot ReadQueued(FiberCore fiber) => new(fiber, fiber.Id)
    {
        Name = fiber.Name,
        State = fiber.State is var state and not FiberState.Waiting ? state : FiberState.Ready,
        Spawner = fiber.SpawnRecord?.SpawnerOf(),
    };

    /// <summary>Reads a fiber wherever it is.</summary>
    internal FiberSnapshot ReadHandle(Fiber fiber) => fiber.LiveCore is { } core && core.Id == fiber.Id
        ? Read(core, null, null)
        : new FiberSnapshot(fiber) { Name = fiber.Name, State = fiber.State };

    /// <summary>The calls from <paramref name="top"/> outwards. If asynchronous code of others is in between, those inside it and the outermost one.</summary>
    internal List<SuspendedCall> Calls(Frame? top, FiberCore fiber)
    {
        List<SuspendedCall> calls = [];
        Frame? frame = top;
        for (; frame is not null && frame != fiber && calls.Count < MostCalls; frame = frame.Continuation) Add(frame, calls);
        if (frame is null && fiber.RootFrame is { } root) Add(root, calls);
        return calls;
    }

    /// <summary>The statement at which a state machine has waited.</summary>
    internal SuspendedCall Call(string method, Type machine, int state) =>
        lines.Find(machine, state) is { } line ? new SuspendedCall(method, line.File, line.Line) : new SuspendedCall(method, null, 0);

    private void Add(Frame frame, List<SuspendedCall> calls)
    {
        if (MethodNames.Of(frame) is { } method) calls.Add(Call(method, frame.StateMachineType!, frame.StateNumber));
    }

    /// <summary>The calls of the fiber that runs this code, as far as its present turn has made them.</summary>
    private static List<SuspendedCall> CallsHere()
    {
        List<SuspendedCall> calls = [];
        foreach (StackFrame frame in new StackTrace(fNeedFileInfo: true).GetFrames())
        {
            if (MethodNames.Of(frame) is not { } method) continue;
            if (!method.IsOwn) calls.Add(CallOf(frame, method.Name));
            else if (method.Name.StartsWith($"{nameof(FiberDump)}.", StringComparison.Ordinal)) calls.Clear();
            else if (method.Name is $"{nameof(LoopScheduler)}.Execute" or $"{nameof(PoolScheduler)}.Run") break;
        }

        return calls;
    }

    private static IEnumerable<SuspendedCall> CallsOf(StackTrace stack)
    {
        foreach (StackFrame frame in stack.GetFrames())
        {
            if (MethodNames.Of(frame) is { IsOwn: false } method) yield return CallOf(frame, method.Name);
        }
    }

    private static SuspendedCall CallOf(StackFrame frame, string method) => new(method, frame.GetFileName(), frame.GetFileLineNumber());
}
