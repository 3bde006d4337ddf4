namespace CoGen.Tests;

public sealed class CoGroupTestsOnPool : CoGroupTests
{
    private protected override Scheduler Create(VirtualClock clock) => new PoolScheduler(clock);
}

public sealed class CoPoolTestsOnPool : CoPoolTests
{
    private protected override Scheduler Create(VirtualClock clock) => new PoolScheduler(clock);
}

public sealed class PoolMapTestsOnPool : PoolMapTests
{
    private protected override Scheduler Create(VirtualClock clock) => new PoolScheduler(clock);
}

public sealed class CoThreadPoolTestsOnPool : CoThreadPoolTests
{
    private protected override Scheduler Create(VirtualClock clock) => new PoolScheduler(clock);
}

public sealed class CoResourcePoolTestsOnPool : CoResourcePoolTests
{
    private protected override Scheduler Create(VirtualClock clock) => new PoolScheduler(clock);
}

public sealed class CoDagTestsOnPool : CoDagTests
{
    private protected override Scheduler Create(VirtualClock clock) => new PoolScheduler(clock);
}
