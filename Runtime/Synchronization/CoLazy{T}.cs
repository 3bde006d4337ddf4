using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using CoGen.CompilerServices;

namespace CoGen;

/// <summary>
/// A value that is made when it is first asked for, by whoever asks first; all others wait until it is there. The counterpart of
/// <see cref="Lazy{T}"/>, for values that take waiting.
/// </summary>
/// <remarks>
/// If making it fails, the error goes to the one who made it, and the next who asks tries again; or, if errors are to be kept,
/// to all who ever ask. That whoever made it was killed, cancelled, or out of a <see cref="TimeoutScope"/>'s time is never kept.
/// </remarks>
/// <typeparam name="T">The type of the value.</typeparam>
public sealed class CoLazy<T> : Waitable
{
    private readonly CoOnce _once;
    private readonly bool _keepsError;
    private Func<Coroutine<T>>? _factory;
    private ExceptionDispatchInfo? _error;
    private T? _value;
    private bool _isMade;

    /// <summary>Creates a value to be made later.</summary>
    /// <param name="factory">Makes it. A <see cref="CoroutineAttribute">[Coroutine]</see> method runs as its twin. It is let go of when the value is there.</param>
    /// <param name="keepsError">Whether an error is the outcome for good.</param>
    public CoLazy([CoroutineEntry] Func<T> factory, bool keepsError = false)
        : this(Twin.Of(factory), keepsError)
    {
    }

    /// <inheritdoc cref="CoLazy{T}(Func{T}, bool)"/>
    [OverloadResolutionPriority(1)]
    public CoLazy(Func<Coroutine<T>> factory, bool keepsError = false)
    {
        ArgumentNullException.ThrowIfNull(factory);
        _once = new CoOnce(this);
        _factory = factory;
        _keepsError = keepsError;
    }

    /// <summary>Whether the value, or an error that is kept, is there.</summary>
    public override bool IsReady => Volatile.Read(ref _isMade);

    private protected override bool IsReadyNow => _isMade;

    /// <summary>Gets the value if it is there. Never waits, never yields, and never makes it.</summary>
    /// <param name="value">The value.</param>
    /// <returns>Whether it was there.</returns>
    /// <exception cref="Exception">The error that was kept.</exception>
    public bool TryGetValue([MaybeNullWhen(false)] out T value)
    {
        bool isReady = IsReady;
        value = isReady ? Take() : default;
        return isReady;
    }

    /// <summary>Gets the value; makes it if nobody has, or waits while somebody does.</summary>
    /// <param name="cancellationToken">Ends the wait for another who makes it; not one's own making.</param>
    /// <returns>The value.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled first.</exception>
    /// <exception cref="InvalidOperationException">The factory asks for the value that it is to make.</exception>
    /// <exception cref="Exception">The factory's error.</exception>
    /// <inheritdoc cref="Fiber.Join()" path="/exception"/>
    public T GetValue(CancellationToken cancellationToken = default) => GetValue(Timeout.InfiniteTimeSpan, cancellationToken);

    /// <summary>Gets the value; makes it if nobody has, or waits no longer than <paramref name="timeout"/> while somebody does.</summary>
    /// <param name="timeout">How long to wait at most for another who makes it; one's own making is not limited.</param>
    /// <exception cref="TimeoutException">The other has not made it in time.</exception>
    /// <inheritdoc cref="GetValue(CancellationToken)"/>
    public T GetValue(TimeSpan timeout, CancellationToken cancellationToken = default)
    {
        if (IsReady) return Take();
        using MainTurn turn = MainTurn.Begin("CoLazy.GetValue");
        return turn.Wait(GetValueAsync(timeout, cancellationToken));
    }

    /// <inheritdoc cref="GetValue(CancellationToken)"/>
    public Coroutine<T> GetValueAsync(CancellationToken cancellationToken = default) => GetValueAsync(Timeout.InfiniteTimeSpan, cancellationToken);

    /// <inheritdoc cref="GetValue(TimeSpan, CancellationToken)"/>
    public async Coroutine<T> GetValueAsync(TimeSpan timeout, CancellationToken cancellationToken = default)
    {
        timeout = Time.Require(timeout);
        if (!IsReady && !await _once.RunAsync(this, static lazy => lazy.MakeAsync(), timeout, cancellationToken))
        {
            throw new TimeoutException($"{this} was not made in time.");
        }

        return Take();
    }

    private async Coroutine MakeAsync()
    {
        try
        {
            _value = await _factory!();
        }
        catch (Exception error) when (_keepsError && error is not (OperationCanceledException or ScopeTimeoutException))
        {
            _error = ExceptionDispatchInfo.Capture(error);
        }

        _factory = null;
        EndMaking();
    }

    private void EndMaking()
    {
        RouseList watchers = default;
        Gate.Enter();
        Volatile.Write(ref _isMade, true);
        ServeWatchers(ref watchers);
        Gate.Exit();
        watchers.Rouse(WaitFrame.Signalled);
    }

    private T Take()
    {
        _error?.Throw();
        return _value!;
    }
}
