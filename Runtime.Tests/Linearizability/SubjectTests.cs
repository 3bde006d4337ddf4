namespace CoGen.Tests.Linearizability;

public sealed class SemaphoreTests : LinearizabilityTests
{
    private protected override Subject Create() => new SemaphoreSubject(isFair: false);
}

public sealed class FairSemaphoreTests : LinearizabilityTests
{
    private protected override Subject Create() => new SemaphoreSubject(isFair: true);
}

public sealed class LockTests : LinearizabilityTests
{
    private protected override Subject Create() => new LockSubject();
}

public sealed class ReaderWriterLockTests : LinearizabilityTests
{
    private protected override Subject Create() => new ReaderWriterLockSubject();
}

public sealed class EventTests : LinearizabilityTests
{
    private protected override Subject Create() => new EventSubject();
}

public sealed class AutoResetEventTests : LinearizabilityTests
{
    private protected override Subject Create() => new AutoResetEventSubject();
}

public sealed class PromiseTests : LinearizabilityTests
{
    private protected override Subject Create() => new PromiseSubject();
}

public sealed class QueueTests : LinearizabilityTests
{
    private protected override Subject Create() => new BufferSubject<char>(new CoQueue<char>(2), 2, item => item, item => item, (content, item) => content + item);
}

public sealed class StackTests : LinearizabilityTests
{
    private protected override Subject Create() => new BufferSubject<char>(new CoStack<char>(2), 2, item => item, item => item, (content, item) => item + content);
}

public sealed class PriorityQueueTests : LinearizabilityTests
{
    private protected override Subject Create() =>
        new BufferSubject<(char Element, int Priority)>(new CoPriorityQueue<char, int>(2), 2, item => (item, item % 2), item => item.Element, Insert);

    /// <summary>Behind those that come before it, and those that came before it.</summary>
    private static string Insert(string content, char item) =>
        string.Concat(content.Where(other => other % 2 <= item % 2).Append(item).Concat(content.Where(other => other % 2 > item % 2)));
}

public sealed class SelectTests : LinearizabilityTests
{
    private protected override Subject Create() => new SelectSubject();
}

public sealed class ConditionTests : LinearizabilityTests
{
    private protected override Subject Create() => new MonitorSubject();
}

public sealed class ChannelTests : LinearizabilityTests
{
    private protected override Subject Create() => new ChannelSubject();
}
