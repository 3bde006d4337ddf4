using System.Collections;
using System.Collections.Immutable;
using System.Diagnostics;

namespace CoGen;

/// <summary>
/// Running fibers that belong together: spawns them or takes them in, knows which are still running, and waits for all of them
/// or kills them. The common part of <see cref="CoGroup"/> and <see cref="CoPool"/>.
/// </summary>
/// <remarks>
/// A fiber is taken out the moment it has ended, before those who joined it go on. The group is ready, to those who wait for it
/// among others, while it is empty. All members may be used from any thread.
/// </remarks>
[DebuggerDisplay("{ToString(),nq}: {Count} fibers")]
public abstract partial class FiberGroup : Waitable, IReadOnlyCollection<Fiber>
{
    /// <summary>How many may be in; null for any number.</summary>
    private protected readonly Slots? Slots;

    private GroupMember? _first;
    private GroupMember? _last;
    private int _count;

    private protected FiberGroup()
    {
    }

    private protected FiberGroup(int size) => Slots = new Slots(this, size);

    /// <summary>How many fibers are in the group.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <inheritdoc/>
    public override bool IsReady => Count == 0;

    private protected override bool IsReadyNow => _count == 0;

    private protected override string DescribeReady() => $"the end of all in {this}";

    /// <summary>Whether a fiber is in the group.</summary>
    /// <param name="fiber">The fiber.</param>
    public bool Contains(Fiber fiber) => Find(fiber) is not null;

    /// <summary>Takes a running fiber into the group, for which a bounded one makes it wait for a slot. One that is in already, or has ended, is left alone.</summary>
    /// <param name="fiber">The fiber.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled before there was a slot.</exception>
    /// <inheritdoc cref="Fiber.Join()" path="/exception"/>
    public void Add(Fiber fiber, CancellationToken cancellationToken = default) => Add(fiber, Timeout.InfiniteTimeSpan, cancellationToken);

    /// <inheritdoc cref="Add(Fiber, CancellationToken)"/>
    /// <param name="timeout">How long to wait for a slot at most.</param>
    /// <exception cref="PoolFullException">No slot was free in time. The fiber was not taken in, and runs on.</exception>
    public void Add(Fiber fiber, TimeSpan timeout, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (TryAdd(fiber)) return;
        using MainTurn turn = MainTurn.Begin("FiberGroup.Add");
        turn.Wait(AddAsync(fiber, timeout, cancellationToken));
    }

    /// <inheritdoc cref="Add(Fiber, CancellationToken)"/>
    public Coroutine AddAsync(Fiber fiber, CancellationToken cancellationToken = default) => AddAsync(fiber, Timeout.InfiniteTimeSpan, cancellationToken);

    /// <inheritdoc cref="Add(Fiber, TimeSpan, CancellationToken)"/>
    public Coroutine AddAsync(Fiber fiber, TimeSpan timeout, CancellationToken cancellationToken = default)
    {
        timeout = Time.Require(timeout);
        cancellationToken.ThrowIfCancellationRequested();
        return TryAdd(fiber) ? default : AddLaterAsync(fiber, timeout, cancellationToken);
    }

    /// <summary>Takes a running fiber into the group if there is room. Never waits, and never yields.</summary>
    /// <param name="fiber">The fiber.</param>
    /// <returns>Whether it is in now, or has ended.</returns>
    public bool TryAdd(Fiber fiber)
    {
        if (IsInOrEnded(fiber)) return true;
        if (!TryEnter()) return false;
        TakeIn(fiber, null);
        return true;
    }

    /// <summary>Takes a fiber out of the group, and leaves it running. Its slot is free. gevent's <c>discard</c>.</summary>
    /// <param name="fiber">The fiber.</param>
    /// <returns>Whether it was in.</returns>
    public bool Remove(Fiber fiber) => Find(fiber) is { } member && TakeOut(member, hasEnded: false);

    /// <summary>The fibers that are in the group at this moment, in the order in which they came.</summary>
    /// <returns>An enumerator over a copy.</returns>
    public IEnumerator<Fiber> GetEnumerator() => ((IEnumerable<Fiber>)ToArray()).GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private Fiber[] ToArray() => Array.ConvertAll(Members(), static member => member.Fiber);

    private GroupMember[] Members()
    {
        GroupMember[] members;
        bool fits;
        do
        {
            members = new GroupMember[Count];
            Gate.Enter();
            fits = members.Length == _count;
            int i = 0;
            for (GroupMember? member = _first; fits && member is not null; member = member.After) members[i++] = member;
            Gate.Exit();
        }
        while (!fits);
        return members;
    }

    private GroupMember? Find(Fiber fiber) => GroupMember.Of(fiber.LiveCore, this);

    private bool IsInOrEnded(Fiber fiber) => fiber.IsFinished || Find(fiber) is not null;

    /// <summary>Takes in a fiber that runs already. A slot was taken for it, or lent.</summary>
    private void TakeIn(Fiber fiber, Slots.Loan? loan)
    {
        GroupMember member = new(this, fiber, loan);
        Link(member);
        if (fiber.LiveCore is { } core) core.Listen(fiber.Id, member);
        else member.Tell();
    }

    /// <summary>Takes in a fiber before its first turn, or in its own turn.</summary>
    internal void TakeIn(FiberCore fiber, Slots.Loan? loan)
    {
        GroupMember member = new(this, fiber.Handle, loan);
        fiber.Listen(member);
        Link(member);
    }

    private void Link(GroupMember member)
    {
        Gate.Enter();
        member.IsIn = true;
        member.Before = _last;
        if (_last is null) _first = member;
        else _last.After = member;
        _last = member;
        _count++;
        Gate.Exit();
        if (_killers is [.., { } killer]) KillOnce(member, killer.Error);
    }

    /// <summary>A fiber of the group has ended. Called on the thread that ran it. Must not wait and must not throw.</summary>
    private protected virtual void OnEnded(Fiber fiber)
    {
    }

    internal bool TakeOut(GroupMember member, bool hasEnded)
    {
        RouseList watchers = default;
        Gate.Enter();
        bool wasIn = member.IsIn;
        if (wasIn)
        {
            member.IsIn = false;
            if (member.Before is null) _first = member.After;
            else member.Before.After = member.After;
            if (member.After is null) _last = member.Before;
            else member.After.Before = member.Before;
            member.Before = null;
            member.After = null;
            if (--_count == 0) ServeWatchers(ref watchers);
        }

        ImmutableList<FailureWatch>? failureWatches = _failureWatches;
        bool isEmpty = _count == 0;
        Gate.Exit();
        if (!wasIn) return false;

        Slots?.Release(member.Loan);
        if (hasEnded) OnEnded(member.Fiber);
        if (failureWatches is not null) TellFailureWatches(failureWatches, hasEnded ? member.Fiber.Exception : null, isEmpty);
        watchers.Rouse(WaitFrame.Signalled);
        return true;
    }
}
