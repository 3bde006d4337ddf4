using System.Runtime.ExceptionServices;
using CoGen.CompilerServices;

namespace CoGen;

/// <summary>
/// A place that fibers cannot outlive: <see cref="Run(Action{Nursery})"/> returns when all that were spawned in it have ended.
/// When one fails, the others are killed, and the error is thrown where the nursery was opened.
/// </summary>
/// <remarks>
/// <para>
/// What ends a nursery early kills all its fibers and interrupts its body: the failure of one of them, a failure of the body,
/// <see cref="Cancel()"/>, or a kill or a timeout of the fiber that opened it. It then waits for their clean-up, shielded.
/// A single error is thrown as it is, several as an <see cref="AggregateException"/> in the order in which they came. A
/// cancellation or a timeout that comes to the body from outside is thrown alone; what fibers fail with while they are
/// being killed for it goes to <see cref="Scheduler.FiberFailed"/>.
/// </para>
/// <para>gevent has nothing like it; Trio's nursery, Kotlin's scope and Java's <c>StructuredTaskScope</c> do. Members may be called from any thread.</para>
/// </remarks>
public sealed partial class Nursery
{
    private readonly object _gate = new();
    private readonly HashSet<Fiber> _children = [];
    private readonly List<Exception> _errors = [];
    private readonly FiberCore _parent;
    private readonly NurseryScope _scope;
    private FiberKilledException? _cancellation;
    private bool _isClosed;

    /// <summary>At how many children those that have ended are forgotten.</summary>
    private int _crowd = 64;

    private Nursery(FiberCore parent)
    {
        _parent = parent;
        _scope = new NurseryScope(parent);
    }

    /// <summary>How many of its fibers have not ended.</summary>
    public int Count
    {
        get
        {
            lock (_gate) return _children.Count(static child => !child.IsFinished);
        }
    }

    /// <summary>Whether the nursery is ending early.</summary>
    public bool IsCancelled
    {
        get
        {
            lock (_gate) return _cancellation is not null;
        }
    }

    /// <summary>
    /// Kills all fibers of the nursery and interrupts its body, and does not wait for it. Fibers that are spawned from now on never
    /// run. <see cref="Run(Action{Nursery})"/> then returns as if all had been done.
    /// </summary>
    public void Cancel() => Cancel("The nursery was cancelled.");

    /// <summary>Runs the body, and then waits for the children.</summary>
    private async Coroutine<T> HoldAsync<T>(Func<Nursery, Coroutine<T>> body)
    {
        T? result = default;
        bool hasResult = false;
        Exception? failure = null;
        try
        {
            result = await body(this);
            hasResult = true;
        }
        catch (Exception error)
        {
            if (!_scope.Explains(error)) failure = error;
        }

        _scope.Close();
        if (failure is null)
        {
            try
            {
                await JoinChildrenAsync();
            }
            catch (Exception interrupt)
            {
                failure = interrupt;
            }
        }

        if (failure is not null)
        {
            Cancel($"The nursery has ended with: {failure.Message}");
            using (Co.Shield()) await JoinChildrenAsync();
        }

        ThrowErrors(failure);
        if (!hasResult && typeof(T) != typeof(Unit)) ExceptionDispatchInfo.Throw(_cancellation!);
        return result!;
    }

    /// <summary>Waits until there is none left, and lets no more in.</summary>
    private async Coroutine JoinChildrenAsync()
    {
        while (AnyChild() is { } child)
        {
            await child.JoinAsync();
            lock (_gate) _children.Remove(child);
        }
    }

    private Fiber? AnyChild()
    {
        lock (_gate)
        {
            foreach (Fiber child in _children) return child;
            _isClosed = true;
            return null;
        }
    }

    private void ThrowErrors(Exception? failure)
    {
        if (failure is OperationCanceledException or TimeoutException)
        {
            foreach (Exception error in _errors) _parent.Scheduler.Report(_parent.Handle, error);
            ExceptionDispatchInfo.Throw(failure);
        }

        Exception[] all = failure is null ? [.. _errors] : [failure, .. _errors];
        if (all.Length == 1) ExceptionDispatchInfo.Throw(all[0]);
        if (all.Length > 1) throw new AggregateException("Several fibers of a nursery failed.", all);
    }

    /// <summary>Ends the nursery early, once.</summary>
    private void Cancel(string why)
    {
        Fiber[] children;
        FiberKilledException cancellation = new(why);
        lock (_gate)
        {
            if (_cancellation is not null || _isClosed) return;
            _cancellation = cancellation;
            children = [.. _children];
        }

        foreach (Fiber child in children) child.Cancel();
        _scope.Interrupt(_parent, cancellation);
    }

    /// <summary>Takes in a fiber that was just spawned. On a pool it may have run, and even ended.</summary>
    private void Adopt(Fiber child)
    {
        bool isLate;
        bool isClosed;
        lock (_gate)
        {
            isClosed = _isClosed;
            isLate = isClosed || _cancellation is not null;
            if (!isClosed) Add(child);
        }

        if (isLate) child.Cancel();
        if (isClosed) throw new InvalidOperationException("This nursery has ended: nothing can be spawned in it any more.");
    }

    private void Add(Fiber child)
    {
        if (_children.Count == _crowd)
        {
            _children.RemoveWhere(static other => other.IsFinished);
            _crowd = Math.Max(64, _children.Count * 2);
        }

        _children.Add(child);
    }

    /// <summary>A child has failed. Called in its turn.</summary>
    private void OnFailed(Exception error)
    {
        lock (_gate)
        {
            if (_cancellation is not null && error is OperationCanceledException) return;
            _errors.Add(error);
        }

        Cancel($"Another fiber of the nursery failed: {error.Message}");
    }
}
