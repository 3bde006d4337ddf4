using System.Diagnostics;
using System.Runtime.ExceptionServices;
using CoGen.CompilerServices;

namespace CoGen;

// What interrupts a fiber's waits: kills and timeouts, and the scopes that say what is seen where (see InterruptScope).

internal abstract partial class FiberCore
{
    /// <summary>How many interrupts are not delivered yet, in the whole process: zero nearly always, and cheaper to read than the current fiber.</summary>
    internal static volatile int KillsPending;

    /// <summary>The fiber that runs this code; in plain code the one that stands for it. What a fiber calls in <see cref="Co.Blocking(Action)"/> is plain code.</summary>
    internal static FiberCore Here => Carrier.Current.Spawner;

    /// <summary>The fiber that this code belongs to, also in <see cref="Co.Blocking(Action)"/>.</summary>
    internal static FiberCore Self => Carrier.Current.Self;

    /// <summary>The token for what is waited for here; see <see cref="Co.Token"/>. Asked for in the fiber's own turn.</summary>
    internal CancellationToken Token => (Extras.Innermost ?? Extras.RootOf(this)).Token;

    /// <summary>How long until a scope interrupts. Asked for in the fiber's own turn.</summary>
    internal TimeSpan TimeLeft => _extras?.Innermost?.TimeLeft ?? Timeout.InfiniteTimeSpan;

    /// <summary>Whether any scope of the fiber could be interrupted. Called on any thread; a false is certain.</summary>
    internal bool HasScopes => _extras is { Innermost: not null };

    /// <summary>
    /// Does something to what only the fiber, or its loop between turns, may touch: at once where that is allowed, from elsewhere
    /// as soon as the loop, or the fiber's turn on a pool, comes to it. An error goes to the caller, or to the error stream if it is not here any more.
    /// </summary>
    internal void Order<TState>(Action<TState> order, TState state)
    {
        if (Scheduler.MayTouch(this)) order(state);
        else PostOrder(order, state);
    }

    // A method of its own: the closure is made where its variables are.
    private void PostOrder<TState>(Action<TState> order, TState state) => new CallFrame(this, () => order(state)).Deliver();

    /// <summary>The token that a kill cancels, seen from any thread in life <paramref name="id"/>; a cancelled one when it is over.</summary>
    internal CancellationToken KillTokenOf(long id) => ExtrasOf(id)?.RootOf(this).Token ?? new CancellationToken(canceled: true);

    /// <summary>Interrupts everything in the fiber. Has no effect while an earlier kill is still to be thrown.</summary>
    internal void Kill(Exception error)
    {
        if (IsFinished) return;

        KillScope root = Extras.RootOf(this);
        bool isOnItsWay = root.Error is { } last && (root.Pending is not null || Leaf?.Fault?.SourceException == last);
        if (isOnItsWay) return;

        root.Error = error;
        if (_phase == Phase.Unstarted) Start();
        Interrupt(root, error);
    }

    /// <summary>Interrupts what is inside <paramref name="source"/>, in so far as no shield keeps it off.</summary>
    internal void Interrupt(InterruptScope source, Exception error)
    {
        List<CancellationTokenSource> cancelled = [];
        Interlocked.Increment(ref KillsPending);
        lock (Extras)
        {
            source.Pending = error;
            Spend(source, cancelled);
            source.Remember(cancelled);
        }

        Deliver();
        CancelAll(cancelled);
    }

    /// <summary>Interrupts from a timer, where nobody would catch what the callbacks of a token throw.</summary>
    internal void InterruptContained(InterruptScope source, Exception error)
    {
        try
        {
            Interrupt(source, error);
        }
        catch (Exception failure)
        {
            ReportCallbacks(failure);
        }
    }

    /// <summary>A shield holds back no longer.</summary>
    internal void DeliverHeldBack(ShieldScope shield)
    {
        if (shield.OutermostPending() is not { } source) return;

        List<CancellationTokenSource> cancelled = [];
        lock (Extras)
        {
            Spend(shield, cancelled);
            source.Cancelled!.AddRange(cancelled);
        }

        Deliver();
        try
        {
            CancelAll(cancelled);
        }
        catch (Exception failure)
        {
            ReportCallbacks(failure);
        }
    }

    /// <summary>Throws the interrupt that is pending here, if there is one: every wait begins with this.</summary>
    [StackTraceHidden]
    internal void ThrowIfKilled()
    {
        if (KillsPending != 0 && _extras?.Innermost?.OutermostPending() is { } source) ExceptionDispatchInfo.Throw(Take(source));
    }

    /// <summary>The interrupt that is to be thrown here; null if there is none.</summary>
    internal Exception? PendingKill => KillsPending == 0 ? null : _extras?.Innermost?.OutermostPending()?.Pending;

    /// <summary>Takes the interrupt that is to be thrown here.</summary>
    internal Exception TakePendingKill() => Take(_extras!.Innermost!.OutermostPending()!);

    /// <summary>Whether <paramref name="error"/> is what interrupts the whole fiber.</summary>
    internal bool IsKill(Exception error) => error is OperationCanceledException || error == _extras?.Root?.Error;

    /// <summary>I/O has ended with <paramref name="error"/> because of the interrupt that is pending: that has delivered it.</summary>
    internal void TakeAs(OperationCanceledException error)
    {
        if (_extras?.Innermost?.OutermostPending() is not { } source) return;
        Take(source);
        source.Surrogate = error;
    }

    /// <summary>Drops the interrupt of <paramref name="scope"/> that is pending.</summary>
    internal static void Forget(InterruptScope scope)
    {
        if (scope.Pending is null) return;
        scope.Pending = null;
        Interlocked.Decrement(ref KillsPending);
    }

    /// <summary>Cancels all, whatever the callbacks of one throw; then throws that.</summary>
    private static void CancelAll(List<CancellationTokenSource> sources)
    {
        List<Exception>? failures = null;
        foreach (CancellationTokenSource source in sources)
        {
            try
            {
                source.Cancel();
            }
            catch (AggregateException failure)
            {
                (failures ??= []).AddRange(failure.InnerExceptions);
            }
        }

        if (failures is not null) throw new AggregateException(failures);
    }

    /// <summary>Takes the tokens out of use that are inside <paramref name="limit"/>, or its own, and see what is outside. Called under the lock.</summary>
    private void Spend(InterruptScope limit, List<CancellationTokenSource> spent)
    {
        InterruptScope first = limit.Innermost ?? _extras!.Innermost!;
        for (InterruptScope scope = first; scope != limit; scope = scope.Outer!)
        {
            if (scope.HoldsBack) first = scope.Outer!;
        }

        for (InterruptScope? scope = first; scope is not null; scope = scope == limit ? null : scope.Outer)
        {
            scope.Spend(spent);
        }
    }

    /// <summary>Throws what is pending at the wait the fiber is at, if it is at one that can be interrupted.</summary>
    private void Deliver()
    {
        if (_extras!.Innermost!.OutermostPending() is not { } source || Leaf?.TryInterrupt(source.Pending!) != true) return;

        // A fiber that has not begun is only woken: it ends when it gets its turn.
        if (_phase > Phase.Created) Take(source);
    }

    private Exception Take(InterruptScope source)
    {
        Exception error = source.Pending!;
        lock (Extras) Forget(source);
        source.OnDelivered();
        WatchedResume.Stop();
        return error;
    }

    internal void ReportCallbacks(Exception error) =>
        Console.Error.WriteLine($"Fiber '{Name}' was interrupted, and callbacks of its token failed: {error}");

    /// <summary>What a fiber ends with counts as: I/O that a kill has ended, as the kill.</summary>
    private Exception EndOf(Exception error) =>
        _extras?.Root is { Error: { } kill } root && (error == root.Surrogate || root.HasCancelled(error)) ? kill : error;

    /// <summary>Closes what the fiber has left open.</summary>
    private void CloseScopes(FiberExtras extras)
    {
        while (extras.Innermost is { } scope)
        {
            scope.Abandon();
            if (scope == extras.Root) break;
        }
    }
}
