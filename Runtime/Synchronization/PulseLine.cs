using System.Runtime.CompilerServices;

namespace CoGen;

// Fibers that wait for a pulse stand in a line of their own, and a fiber that pulses serves that: no thread has any part in it. But a thread's
// Monitor.Pulse reaches only threads in Monitor.Wait. So while fibers wait, a stand-in does so, too (see PulseLine.Ear.cs).

/// <summary>The fibers that wait for a pulse of one object.</summary>
internal sealed partial class PulseLine
{
    private static readonly ConditionalWeakTable<object, PulseLine> s_lines = [];

    private readonly object _target;
    private Gate _gate;
    private WaitLine _waiters;

    /// <summary>How many fibers have come to wait so far.</summary>
    private long _joined;

    private PulseLine(object target) => _target = target;

    internal static PulseLine Of(object target) => s_lines.GetValue(target, static target => new PulseLine(target));

    internal static PulseLine? Find(object target) => s_lines.TryGetValue(target, out PulseLine? line) ? line : null;

    /// <summary>Leaves the monitor, however often it was entered, waits for a pulse, and enters it again as often.</summary>
    /// <param name="held">The monitor, which the fiber that runs this holds.</param>
    /// <param name="timeout">How long to wait for the pulse at most.</param>
    /// <param name="mayWakeEarly">Whether the caller looks again whether it has to wait, and may be told of a pulse that was none.</param>
    /// <returns>Whether there was one.</returns>
    internal async Coroutine<bool> WaitAsync(HeldLock held, TimeSpan timeout, bool mayWakeEarly)
    {
        bool isInside = held.ThreadDepth > 0;
        if (!isInside) await UntilEarListens();
        bool isHeard = !isInside || IsEarListening();
        LineWait<Waiter>? wait = isHeard || !mayWakeEarly ? Join() : null;
        if (!isInside) StartEar();
        else if (wait is not null && !IsEarListening()) LetEarIn(wait);

        // It is in line: a pulse needs the monitor, so that none can be missed.
        int depth = held.ThreadDepth;
        held.ThreadDepth = 0;
        for (int i = 0; i < depth; i++) held.Target.Exit();
        CoLock.Claim claim = held.Fibers.LeaveFully();
        try
        {
            if (wait is not null) return await wait.Begin(timeout, CancellationToken.None);
            await UntilEarListens();
            return true;
        }
        finally
        {
            await held.Fibers.RetakeAsync(claim);
            await RetakeAsync(held, depth);
            RestEar();
        }
    }

    /// <summary>Serves the first fiber that waits.</summary>
    /// <returns>False if none does.</returns>
    internal bool TryPulse()
    {
        RouseList served = default;
        bool isServed = TryServe(ref served) is not null;
        served.Rouse(WaitFrame.Signalled);
        return isServed;
    }

    /// <summary>Serves all fibers that wait. The threads that wait are to be pulsed next: the stand-in among them is not to take that for a pulse of its own.</summary>
    internal void PulseAll()
    {
        ServeAll();
        if (Monitor.IsEntered(_target)) DeafenEar();
    }

    /// <summary>The fiber's thread enters again. Asynchronous code outside all fibers, whose thread was not inside, waits until none is.</summary>
    private static async Coroutine RetakeAsync(HeldLock held, int depth)
    {
        while (!held.Target.TryEnter()) await held.Target.UntilFree(Timeout.InfiniteTimeSpan, isStubborn: true);
        if (depth == 0) held.Target.Exit();
        for (int i = 1; i < depth; i++) held.Target.TryEnter();
        held.ThreadDepth = depth;
    }

    private LineWait<Waiter> Join()
    {
        LineWait<Waiter> wait = LineWait<Waiter>.Rent();
        wait.Node.Line = this;
        _gate.Enter();
        wait.Node.Number = ++_joined;
        _waiters.Append(wait.Node);
        _gate.Exit();
        return wait;
    }

    /// <summary>Serves all fibers that wait.</summary>
    /// <returns>The number of the first; null if none waits.</returns>
    private long? ServeAll()
    {
        RouseList served = default;
        long? first = TryServe(ref served);
        while (TryServe(ref served) is not null)
        {
        }

        served.Rouse(WaitFrame.Signalled);
        return first;
    }

    private long? TryServe(ref RouseList served)
    {
        _gate.EnterDespiteInterrupt();
        LineNode? first = _waiters.Serve();
        long? number = (first as Waiter)?.Number;
        _gate.Exit();
        if (first is not null) served.Add(first);
        return number;
    }

    private sealed class Waiter : LineNode
    {
        internal PulseLine? Line;

        /// <summary>How many had come when it came, it included.</summary>
        internal long Number;

        internal override bool TryWithdraw()
        {
            PulseLine line = Line!;
            line._gate.Enter();
            bool removed = line._waiters.TryRemove(this);
            line._gate.Exit();
            return removed;
        }

        internal override string Describe() => $"a pulse of a {Line!._target.GetType().Name}";

        internal override void Clear() => Line = null;
    }
}
