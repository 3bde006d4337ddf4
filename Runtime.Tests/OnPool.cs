namespace CoGen.Tests;

// The same programs, the same tests: all that a loop promises but for its order holds on the thread pool.

public sealed class AmbientStateTestsOnPool : AmbientStateTests
{
    private protected override Scheduler Create(VirtualClock clock) => new PoolScheduler(clock);
}

public sealed class CoroutineTestsOnPool : CoroutineTests
{
    private protected override Scheduler Create(VirtualClock clock) => new PoolScheduler(clock);
}

public sealed class CoSemaphoreTestsOnPool : CoSemaphoreTests
{
    private protected override Scheduler Create(VirtualClock clock) => new PoolScheduler(clock);
}

public sealed class CoTaskTestsOnPool : CoTaskTests
{
    private protected override Scheduler Create(VirtualClock clock) => new PoolScheduler(clock);
}

public sealed class DeadlockTestsOnPool : DeadlockTests
{
    private protected override Scheduler Create(VirtualClock clock) => new PoolScheduler(clock);
}

public sealed class FiberFailureTestsOnPool : FiberFailureTests
{
    private protected override Scheduler Create(VirtualClock clock) => new PoolScheduler(clock);
}

public sealed class FiberKillTestsOnPool : FiberKillTests
{
    private protected override Scheduler Create(VirtualClock clock) => new PoolScheduler(clock);
}

public sealed class FiberTestsOnPool : FiberTests
{
    private protected override Scheduler Create(VirtualClock clock) => new PoolScheduler(clock);
}

public sealed class GreenletTestsOnPool : GreenletTests
{
    private protected override Scheduler Create(VirtualClock clock) => new PoolScheduler(clock);
}

public sealed class TimerTestsOnPool : TimerTests
{
    private protected override Scheduler Create(VirtualClock clock) => new PoolScheduler(clock);
}

public sealed class FiberLinkTestsOnPool : FiberLinkTests
{
    private protected override Scheduler Create(VirtualClock clock) => new PoolScheduler(clock);
}

public sealed class FiberLocalTestsOnPool : FiberLocalTests
{
    private protected override Scheduler Create(VirtualClock clock) => new PoolScheduler(clock);
}

public sealed class FiberStartTestsOnPool : FiberStartTests
{
    private protected override Scheduler Create(VirtualClock clock) => new PoolScheduler(clock);
}

public sealed class ShieldTestsOnPool : ShieldTests
{
    private protected override Scheduler Create(VirtualClock clock) => new PoolScheduler(clock);
}

public sealed class TimeoutScopeTestsOnPool : TimeoutScopeTests
{
    private protected override Scheduler Create(VirtualClock clock) => new PoolScheduler(clock);
}

public sealed class SchedulerLawsTestsOnPool : SchedulerLawsTests
{
    private protected override Scheduler Create(VirtualClock clock) => new PoolScheduler(clock);
}

public sealed class CoAutoResetEventTestsOnPool : CoAutoResetEventTests
{
    private protected override Scheduler Create(VirtualClock clock) => new PoolScheduler(clock);
}

public sealed class CoBarrierTestsOnPool : CoBarrierTests
{
    private protected override Scheduler Create(VirtualClock clock) => new PoolScheduler(clock);
}

public sealed class CoConditionTestsOnPool : CoConditionTests
{
    private protected override Scheduler Create(VirtualClock clock) => new PoolScheduler(clock);
}

public sealed class CoCountdownTestsOnPool : CoCountdownTests
{
    private protected override Scheduler Create(VirtualClock clock) => new PoolScheduler(clock);
}

public sealed class CoEventTestsOnPool : CoEventTests
{
    private protected override Scheduler Create(VirtualClock clock) => new PoolScheduler(clock);
}

public sealed class CoLazyTestsOnPool : CoLazyTests
{
    private protected override Scheduler Create(VirtualClock clock) => new PoolScheduler(clock);
}

public sealed class CoLockTestsOnPool : CoLockTests
{
    private protected override Scheduler Create(VirtualClock clock) => new PoolScheduler(clock);
}

public sealed class CoRateLimiterTestsOnPool : CoRateLimiterTests
{
    private protected override Scheduler Create(VirtualClock clock) => new PoolScheduler(clock);
}

public sealed class CoReaderWriterLockTestsOnPool : CoReaderWriterLockTests
{
    private protected override Scheduler Create(VirtualClock clock) => new PoolScheduler(clock);
}

public sealed class NurseryTestsOnPool : NurseryTests
{
    private protected override Scheduler Create(VirtualClock clock) => new PoolScheduler(clock);
}

public sealed class PromiseTestsOnPool : PromiseTests
{
    private protected override Scheduler Create(VirtualClock clock) => new PoolScheduler(clock);
}

public sealed class WaitTestsOnPool : WaitTests
{
    private protected override Scheduler Create(VirtualClock clock) => new PoolScheduler(clock);
}
