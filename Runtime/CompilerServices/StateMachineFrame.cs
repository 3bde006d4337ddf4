using System.Runtime.CompilerServices;

namespace CoGen.CompilerServices;

/// <summary>The home of the compiler's state machine from its first suspension to its end, in a fiber. Pooled.</summary>
internal sealed class StateMachineFrame<TStateMachine, T> : Frame<T>
    where TStateMachine : IAsyncStateMachine
{
    internal TStateMachine? StateMachine;
    private Action? _post;
    private string? _awaiter;

    internal static StateMachineFrame<TStateMachine, T> Rent(FiberCore fiber)
    {
        StateMachineFrame<TStateMachine, T> frame = Unsafe.As<StateMachineFrame<TStateMachine, T>?>(fiber.Pools.Of<StateMachineFrame<TStateMachine, T>>().TryRent()) ?? new();
        frame.Enter(fiber);
        return frame;
    }

    internal override Type? StateMachineType => typeof(TStateMachine);

    internal override int StateNumber => MachineState<TStateMachine>.Of(ref StateMachine!);

    internal override void Resume() => StateMachine!.MoveNext();

    /// <summary>Parks on an awaiter that knows nothing of CoGen: a task, or anything else that takes a callback.</summary>
    internal void ParkOnForeign<TAwaiter>(ref TAwaiter awaiter, bool flowContext)
        where TAwaiter : INotifyCompletion
    {
        FiberCore fiber = Fiber!;

        // Async code in between may have awaited a wait of ours, which is what the fiber really waits for.
        if (fiber.Leaf is not { IsCompleted: false }) fiber.Leaf = this;
        _awaiter = typeof(TAwaiter).Name;
        fiber.Scheduler.ExpectPost();
        Action post = _post ??= PostFromForeign;
        try
        {
            if (flowContext) awaiter.OnCompleted(post);
            else ((ICriticalNotifyCompletion)awaiter).UnsafeOnCompleted(post);
        }
        catch
        {
            fiber.Scheduler.ForgetExpectedPost();
            throw;
        }
    }

    private void PostFromForeign()
    {
        FiberCore fiber = Fiber!;
        fiber.Scheduler.PostExpected(FiberCore.KillsPending != 0 && fiber.HasScopes ? new WatchedResume(this) : this);
    }

    internal override string Describe() => _awaiter is { } name ? $"an awaiter of type {name}" : base.Describe();

    private protected override void Recycle()
    {
        if (RuntimeHelpers.IsReferenceOrContainsReferences<TStateMachine>()) StateMachine = default;
        Leave<StateMachineFrame<TStateMachine, T>>()?.Return(this);
    }
}
