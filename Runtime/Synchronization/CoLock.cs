using System.Diagnostics;

namespace CoGen;

/// <summary>
/// A lock that one fiber, or one thread's plain code, holds at a time, and may enter again while it does. The counterpart of
/// gevent's <c>RLock</c> and of <see cref="Lock"/>; it may be held across waits. The greenlets of a fiber are one holder.
/// </summary>
/// <remarks>
/// <para>
/// Whoever waits is woken in the order of arrival. Who runs may take a lock just left before the one that was woken, but only
/// once: the next time the lock is handed over, so that nobody waits for ever while others come and go.
/// </para>
/// <para>
/// Asynchronous code outside all fibers has no identity that it could hold a lock by. It may enter with the <c>Async</c> members
/// and is then locked out like everybody if it enters again, and any code outside fibers may leave for it.
/// </para>
/// <para>
/// A fiber that ends without leaving keeps the lock: what the lock guards may be half done. Those who wait are told so by the
/// <see cref="DeadlockException"/>, and <see cref="HeldBy"/> tells it any time.
/// </para>
/// </remarks>
[DebuggerDisplay("{ToString(),nq}, held by {CurrentHolder}")]
public sealed partial class CoLock : Waitable
{
    private WaitLine _entrants;
    private Holder _holder;
    private int _depth;

    /// <summary>Whether anybody holds the lock, as seen at this moment.</summary>
    public bool IsHeld => Volatile.Read(ref _depth) > 0;

    /// <summary>Whether the fiber that runs this code holds the lock; in plain code, whether its thread does.</summary>
    public bool IsHeldByCurrent
    {
        get
        {
            Gate.Enter();
            bool isHeld = _holder.IsHere;
            Gate.Exit();
            return isHeld;
        }
    }

    /// <summary>The fiber that holds the lock, which may have ended; null if none does.</summary>
    public Fiber? HeldBy => CurrentHolder.Fiber;

    /// <summary>Whether nobody holds the lock, as seen at this moment.</summary>
    public override bool IsReady => !IsHeld;

    private protected override bool IsReadyNow => _depth == 0;

    /// <summary>Whether this very coroutine's fiber or thread holds the lock and would enter it again.</summary>
    internal bool IsReentered => CurrentHolder.Is(Holder.OfCoroutine);

    /// <summary>What a wait for this lock is called, if this is part of something else.</summary>
    internal Waitable? PartOf { get; init; }

    /// <summary>The lock of threads whose fibers this tells apart; null for a lock of its own.</summary>
    internal object? StandsFor { get; init; }

    /// <inheritdoc/>
    public override string ToString() => StandsFor?.ToString() ?? base.ToString();

    private Holder CurrentHolder
    {
        get
        {
            Gate.Enter();
            Holder holder = _holder;
            Gate.Exit();
            return holder;
        }
    }

    /// <summary>Enters the lock if it is free or held by this very fiber or thread. Never waits, and never yields.</summary>
    /// <returns>Whether it was entered; then it is to be left once more.</returns>
    public bool TryEnter()
    {
        Holder here = Holder.Here;
        Gate.Enter();
        bool entered = TryTake(here, 1);
        Gate.Exit();
        return entered;
    }

    /// <summary>Enters the lock, for which it waits if need be.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled before the lock was entered.</exception>
    /// <inheritdoc cref="Fiber.Join()" path="/exception"/>
    public void Enter(CancellationToken cancellationToken = default)
    {
        using MainTurn turn = MainTurn.Begin("CoLock.Enter");
        turn.Wait(EnterAsync(cancellationToken));
    }

    /// <summary>Enters the lock, for which it waits no longer than <paramref name="timeout"/>.</summary>
    /// <param name="timeout">How long to wait at most; zero lets the others run once, so that a loop of tries makes progress.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Whether the lock was entered.</returns>
    /// <inheritdoc cref="Enter(CancellationToken)" path="/exception"/>
    public bool TryEnter(TimeSpan timeout, CancellationToken cancellationToken = default)
    {
        using MainTurn turn = MainTurn.Begin("CoLock.TryEnter");
        return turn.Wait(TryEnterAsync(timeout, cancellationToken));
    }

    /// <summary>Enters the lock until the result is disposed of.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>What leaves the lock when it is disposed of, once.</returns>
    /// <inheritdoc cref="Enter(CancellationToken)" path="/exception"/>
    public Scope EnterScope(CancellationToken cancellationToken = default)
    {
        Enter(cancellationToken);
        return new Scope(this);
    }

    /// <inheritdoc cref="Enter(CancellationToken)"/>
    public Coroutine EnterAsync(CancellationToken cancellationToken = default) => TryEnterAsync(Timeout.InfiniteTimeSpan, cancellationToken).WithoutResult();

    /// <inheritdoc cref="EnterScope"/>
    public async Coroutine<Scope> EnterScopeAsync(CancellationToken cancellationToken = default)
    {
        await EnterAsync(cancellationToken);
        return new Scope(this);
    }

    /// <inheritdoc cref="TryEnter(TimeSpan, CancellationToken)"/>
    public Coroutine<bool> TryEnterAsync(TimeSpan timeout, CancellationToken cancellationToken = default)
    {
        timeout = Time.Require(timeout);
        cancellationToken.ThrowIfCancellationRequested();
        Holder here = Holder.OfCoroutine;
        Gate.Enter();
        bool entered = TryTake(here, 1);
        Gate.Exit();
        return entered ? new Coroutine<bool>(true) : WaitInLine(here, 1, timeout, cancellationToken, isStubborn: false);
    }

    /// <summary>Leaves the lock: once for each time it was entered. The last time frees it, and wakes the first who waits. Does not wait.</summary>
    /// <exception cref="SynchronizationLockException">The fiber that runs this code, in plain code its thread, does not hold the lock.</exception>
    public void Exit()
    {
        LockWaking waking = default;
        Gate.Enter();
        bool isHeld = _holder.IsHere;
        if (isHeld && --_depth == 0) waking = Free();
        Holder holder = _holder;
        Gate.Exit();
        if (!isHeld) throw new SynchronizationLockException($"{this} was left by {Holder.Here}, but is held by {holder}. Only who holds a lock can leave it.");
        waking.Rouse();
    }

    /// <summary>A lock's being held, until it is disposed of.</summary>
    public readonly struct Scope : IDisposable
    {
        private readonly CoLock? _lock;

        internal Scope(CoLock held) => _lock = held;

        /// <summary>Leaves the lock.</summary>
        /// <inheritdoc cref="Exit" path="/exception"/>
        public void Dispose() => _lock?.Exit();
    }

    /// <summary>Takes the lock, under the gate, if it is free or <paramref name="who"/> holds it.</summary>
    private bool TryTake(in Holder who, int depth)
    {
        if (_depth == 0) _holder = who;
        else if (!_holder.Is(who)) return false;
        _depth += depth;
        return true;
    }
}
