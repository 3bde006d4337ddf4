namespace CoGen.Tests;

/// <summary>
/// Tests that hold on every scheduler: what they pass to <see cref="Run"/> runs on a loop, and in a derived class on another
/// scheduler, in virtual time. What pins the order of a loop calls <see cref="Virtual.Run"/>.
/// </summary>
public abstract class Staged
{
    private protected virtual Scheduler Create(VirtualClock clock) => new LoopScheduler(clock);

    /// <summary>Whether turns come in a fixed order.</summary>
    private protected bool IsOnLoop => Create(Virtual.Clock()) is LoopScheduler;

    private protected TimeSpan Run(Func<Coroutine> entry)
    {
        VirtualClock clock = Virtual.Clock();
        Create(clock).Run(entry);
        return clock.Elapsed;
    }

    private protected T Run<T>(Func<Coroutine<T>> entry) => Create(Virtual.Clock()).Run(entry);
}
