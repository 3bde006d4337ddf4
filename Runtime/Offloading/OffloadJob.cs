using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;

namespace CoGen;

// A call and the wait for it part in one exchange: either the call ends first, and the wait is told, or the wait is interrupted
// first, and what the call leaves is cleared away by the thread that made it.

/// <summary>A call on a worker thread that a fiber, or asynchronous code outside fibers, waits for.</summary>
internal abstract class OffloadJob : ThreadJob
{
    private CoThreadPool _pool = null!;

    /// <summary>Who is to be told of the end; null once told, or if nobody waits any more.</summary>
    private OffloadWait? _wait;

    private ExceptionDispatchInfo? _error;

    /// <summary>The ambient state that the call has left, if it has changed it.</summary>
    private ExecutionContext? _contextAfter;

    internal override bool IsOver => Volatile.Read(ref _wait) is null;

    internal void Begin(OffloadWait wait, CoThreadPool pool)
    {
        _wait = wait;
        _pool = pool;
        pool.Enqueue(this, mayWait: false, CancellationToken.None);
    }

    internal override void Run()
    {
        long began = OffloadMetrics.Begin();
        ExecutionContext? before = Context;
        try
        {
            Invoke();
        }
        catch (Exception error)
        {
            _error = ExceptionDispatchInfo.Capture(error);
        }

        // Without a context the flow was suppressed, also on the way back.
        if (before is not null && ExecutionContext.Capture() is { } after && after != before) _contextAfter = after;
        OffloadMetrics.End(began);
        if (Interlocked.Exchange(ref _wait, null) is { } wait) wait.Rouse(WaitFrame.Signalled);
        else Discard();
    }

    /// <summary>Nobody waits any more: a call that has not begun is not made.</summary>
    /// <returns>False if the wait is just being told of the end.</returns>
    internal bool TryAbandon()
    {
        if (Interlocked.Exchange(ref _wait, null) is null) return false;
        _pool.Drop(this);
        return true;
    }

    /// <summary>The pool of this is never disposed of.</summary>
    internal override void Cancel(CancellationToken cancellationToken) => throw new UnreachableException();

    /// <summary>Gives the ambient state on to whoever has waited, and throws the error of the call, if there is one.</summary>
    [StackTraceHidden]
    internal void TakeOutcome()
    {
        if (_contextAfter is { } after) ExecutionContext.Restore(after);
        _error?.Throw();
    }

    /// <summary>What the call is, in words.</summary>
    internal abstract string Describe();

    /// <summary>The method in which the call stands, or what is called.</summary>
    private protected static string NameOf(Delegate call) => $"a call in {MethodNames.Written(call.Method.Name)}";

    private protected abstract void Invoke();

    /// <summary>Clears away what an abandoned call has left.</summary>
    private protected virtual void Discard()
    {
    }
}

/// <inheritdoc cref="OffloadJob"/>
internal sealed class OffloadJob<TArgs>(TArgs arguments, Action<TArgs> call) : OffloadJob
{
    private TArgs _arguments = arguments;

    internal override void Drop() => _arguments = default!;

    internal override string Describe() => NameOf(call);

    private protected override void Invoke()
    {
        TArgs arguments = _arguments;
        _arguments = default!;
        call(arguments);
    }
}

/// <inheritdoc cref="OffloadJob"/>
internal sealed class OffloadJob<TArgs, TResult>(TArgs arguments, Func<TArgs, TResult> call) : OffloadJob
{
    private TArgs _arguments = arguments;

    internal TResult Result { get; private set; } = default!;

    internal override void Drop() => _arguments = default!;

    internal override string Describe() => NameOf(call);

    private protected override void Invoke() => Result = call(_arguments);

    /// <summary>What the call has opened would be open for ever. What it was given, and gives back, is its owner's.</summary>
    private protected override void Discard()
    {
        if (Result is not IDisposable opened || IsArgument(opened)) return;
        try
        {
            opened.Dispose();
        }
        catch (Exception)
        {
            // It belongs to the call, whose errors nobody hears either.
        }
    }

    private bool IsArgument(object result)
    {
        if (_arguments is not ITuple tuple) return ReferenceEquals(_arguments, result);
        for (int i = 0; i < tuple.Length; i++)
        {
            if (ReferenceEquals(tuple[i], result)) return true;
        }

        return false;
    }
}
