using System.Runtime.ExceptionServices;

namespace CoGen;

/// <summary>
/// Limits the time of whatever waits between <see cref="Start"/> and <see cref="Dispose"/>: the counterpart of gevent's
/// <c>Timeout</c>. <see cref="Co.TimeoutAfter(TimeSpan)"/> starts one.
/// </summary>
/// <remarks>
/// <para>
/// When the time is over, an exception is thrown at the wait the fiber is at, or at its next one; code that does not wait
/// cannot be interrupted. Without an error of one's own it is a <see cref="ScopeTimeoutException"/> that names this scope.
/// It is thrown once: clean-up on its way out may wait again. What is waited for wins over a timeout that comes due in the
/// same pass of the loop.
/// </para>
/// <para>
/// I/O that was given <see cref="Co.Token"/> is cancelled when the time is over, and throws what it throws then, an
/// <see cref="OperationCanceledException"/>. <see cref="Dispose"/> replaces it by the timeout's own exception.
/// </para>
/// <para>
/// Scopes nest; each knows its own expiry only. To go on without an exception when the time is over, use
/// <c>Co.TryWithTimeout</c> or <c>Co.WithTimeout</c> with a value: a <see langword="using"/> block cannot swallow an exception.
/// </para>
/// <para>
/// A scope is used in the fiber, or the plain code, that started it; other threads may ask, cancel and close. Plain code is
/// interrupted where it waits by pumping its own thread's loop.
/// </para>
/// </remarks>
public sealed class TimeoutScope : InterruptScope, IDisposable
{
    /// <summary>A text, an exception, or what makes one; null for the scope's own exception without a text.</summary>
    private object? _error;
    private Exception? _thrown;
    private ScopeTimer? _timer;
    private long _begun;
    private bool _isClosed;

    /// <summary>Creates a scope, and does not start it.</summary>
    /// <param name="duration">How long; <see cref="Timeout.InfiniteTimeSpan"/> for ever. With zero the first real wait is interrupted, while code that does not wait runs to its end.</param>
    /// <exception cref="ArgumentOutOfRangeException">The duration is negative, or more than <see cref="int.MaxValue"/> milliseconds.</exception>
    public TimeoutScope(TimeSpan duration)
        : this(duration, (object?)null)
    {
    }

    /// <inheritdoc cref="TimeoutScope(TimeSpan)"/>
    /// <param name="message">What to add to the message of the <see cref="ScopeTimeoutException"/>.</param>
    public TimeoutScope(TimeSpan duration, string message)
        : this(duration, (object)message) => ArgumentNullException.ThrowIfNull(message);

    /// <inheritdoc cref="TimeoutScope(TimeSpan)"/>
    /// <param name="error">What to throw: this very exception.</param>
    public TimeoutScope(TimeSpan duration, Exception error)
        : this(duration, (object)error) => ArgumentNullException.ThrowIfNull(error);

    /// <inheritdoc cref="TimeoutScope(TimeSpan)"/>
    /// <param name="error">Makes what to throw, when the time is over. What it throws itself is thrown instead.</param>
    public TimeoutScope(TimeSpan duration, Func<Exception> error)
        : this(duration, (object)error) => ArgumentNullException.ThrowIfNull(error);

    private TimeoutScope(TimeSpan duration, object? error)
    {
        Duration = Time.Require(duration);
        _error = error;
    }

    /// <summary>How long the scope lasts from its start.</summary>
    public TimeSpan Duration { get; }

    /// <summary>Whether the scope was started and has neither expired nor been cancelled.</summary>
    public bool IsPending => Fiber is not null && !HasExpired;

    /// <summary>Whether the time was over before the scope was cancelled or closed. Says so until the next start.</summary>
    public bool HasExpired { get; private set; }

    internal override TimeSpan TimeLeft
    {
        get
        {
            if (HasExpired) return TimeSpan.Zero;
            TimeSpan outer = Outer!.TimeLeft;
            if (Duration == Timeout.InfiniteTimeSpan) return outer;

            TimeSpan left = Time.Remaining(Fiber!.Scheduler.Clock, _begun, Duration);
            return outer == Timeout.InfiniteTimeSpan || left < outer ? left : outer;
        }
    }

    /// <summary>Starts the time, in the fiber that runs this code. A scope that has expired or was cancelled may be started again.</summary>
    /// <returns>This scope.</returns>
    /// <exception cref="InvalidOperationException">The scope was started already.</exception>
    /// <exception cref="ObjectDisposedException">The scope was closed.</exception>
    public TimeoutScope Start()
    {
        ObjectDisposedException.ThrowIf(_isClosed, this);
        if (Fiber is not null) throw new InvalidOperationException("This timeout was started already. Cancel it first, or use another.");

        HasExpired = false;
        Surrogate = null;
        _thrown = null;
        Open(FiberCore.Here);
        if (Duration != Timeout.InfiniteTimeSpan)
        {
            _begun = Fiber!.Scheduler.Clock.GetTimestamp();
            _timer = ScopeTimer.Start(this, Duration);
        }

        return this;
    }

    /// <summary>Stops the time: nothing is thrown any more, unless the scope is started again.</summary>
    public void Cancel()
    {
        if (Fiber is { } fiber) fiber.Order(static scope => scope.Stop(), this);
        Surrogate = null;
    }

    /// <summary>Cancels the scope for good, and lets go of its error.</summary>
    public void Close()
    {
        _isClosed = true;
        Cancel();
        _error = null;
        _thrown = null;
    }

    /// <summary>
    /// Closes the scope. If its expiry has ended I/O with an <see cref="OperationCanceledException"/>, throws the timeout's own
    /// exception in its place – unless the scope was cancelled before, which says that the code has coped with it.
    /// </summary>
    /// <exception cref="ScopeTimeoutException">The time was over, and has cancelled I/O.</exception>
    public void Dispose()
    {
        Exception? error = Surrogate is null ? null : _thrown;
        Close();
        if (error is not null) ExceptionDispatchInfo.Throw(error);
    }

    /// <summary>Whether <paramref name="error"/> comes of this scope's expiry: its own exception, or that of I/O which it cancelled.</summary>
    internal bool Explains(Exception error)
    {
        if (!HasExpired) return false;
        if (error == _thrown) return true;
        if (Surrogate is not null) return error == Surrogate;

        // Not delivered, but the code has asked a token that it cancelled.
        return Pending is not null && HasCancelled(error) && Innermost!.OutermostPending() == this;
    }

    /// <summary>The exception of the expiry. Meaningful once expired, until closed.</summary>
    internal Exception Thrown => _thrown!;

    internal override bool IsTimed => _timer is not null;

    internal override void OnTimer()
    {
        _timer = null;
        if (Fiber is not { } fiber) return;

        fiber.Order(static scope =>
        {
            if (!scope.IsPending) return;
            if (scope.Fiber!.IsFinished)
            {
                // The fiber has ended without the greenlet that opened the scope.
                scope.Abandon();
                return;
            }

            scope.HasExpired = true;
            scope._thrown = scope.MakeError();
            scope.Fiber!.InterruptContained(scope, scope._thrown);
        }, this);
    }

    /// <summary>The exception is on its way out: the scope has done what it was for.</summary>
    internal override void OnDelivered() => Leave();

    internal override void Abandon() => Stop();

    private void Stop()
    {
        if (Fiber is null) return;
        _timer?.Stop();
        _timer = null;
        Leave();
    }

    private Exception MakeError()
    {
        switch (_error)
        {
            case Exception error:
                return error;
            case Func<Exception> make:
                try
                {
                    return make() ?? throw new InvalidOperationException("What makes the error of a timeout has returned null.");
                }
                catch (Exception failure)
                {
                    return failure;
                }

            default:
                return new ScopeTimeoutException(this, (string?)_error);
        }
    }
}
