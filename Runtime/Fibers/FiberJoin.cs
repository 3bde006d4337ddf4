using CoGen.CompilerServices;

namespace CoGen;

/// <summary>Waits for the end of a fiber: on its own scheduler without any locking, from elsewhere by a task.</summary>
internal static class FiberJoin
{
    internal static Coroutine<bool> Start(Fiber fiber, TimeSpan timeout)
    {
        if (fiber.LiveCore is not { IsFinished: false } core) return new Coroutine<bool>(true);

        FiberCore? current = Carrier.Current.Fiber;
        current?.ThrowIfKilled();
        return current is not null && current.Scheduler == core.Scheduler
            ? new Coroutine<bool>(JoinWait.Begin(current, core, timeout))
            : CoTask.WaitAsync(EndOf(fiber, core), timeout);
    }

    /// <summary>Waits for the fiber and throws its error.</summary>
    internal static async Coroutine OutcomeAsync(Fiber fiber)
    {
        await fiber.JoinAsync();
        fiber.LiveCore?.ThrowOutcome();
    }

    /// <summary>Gets a task that succeeds when the fiber ends. Called on any thread.</summary>
    private static Task EndOf(Fiber fiber, FiberCore core)
    {
        TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
        CallFrame register = new(() =>
        {
            if (fiber.LiveCore is { IsFinished: false } live) live.EndsTasks(ended);
            else ended.SetResult();
        });
        core.Scheduler.Post(register);
        return ended.Task;
    }
}
