namespace CoGen;

// The scopes that are open in a fiber form a list, from the innermost outwards. It ends in the fiber's KillScope, whose
// interrupt is a kill; a TimeoutScope's is its expiry; a ShieldScope has none and hides those of the scopes outside it.
//
// An interrupt is thrown once, at the wait the fiber is at or else at its next one. Until then it is pending, in its scope.
// Of several the outermost goes first: what it unwinds closes the inner scopes, and with them their interrupts.
//
// All of it is touched in the fiber's own turn, or on its scheduler's thread between turns (FiberCore.Order). The exception
// is the token of the KillScope, which any thread may ask for; so tokens, and what decides whether they are cancelled, are
// guarded by a lock on the fiber's extras.

/// <summary>
/// A stretch of a fiber's work with a rule of its own about what interrupts its waits: a <see cref="TimeoutScope"/> or a
/// <see cref="ShieldScope"/>.
/// </summary>
/// <remarks>Scopes nest. A scope belongs to the fiber, or the plain code of a thread, that opened it.</remarks>
public abstract class InterruptScope
{
    private const int MostRemembered = 32;

    private CancellationTokenSource? _source;
    private JoinedSource? _joined;
    private ScopeChain? _chain;

    /// <summary>Whether <see cref="_source"/> was cancelled, or is being so.</summary>
    private bool _isSpent;

    private protected InterruptScope()
    {
    }

    /// <summary>In which fiber the scope is open; null while it is not.</summary>
    internal FiberCore? Fiber { get; private protected set; }

    internal InterruptScope? Outer { get; private set; }

    /// <summary>The innermost of the scopes around or within this one; null for the outermost, which is around all.</summary>
    internal InterruptScope? Innermost => _chain?.Innermost;

    /// <summary>This scope's interrupt, until it is delivered.</summary>
    internal Exception? Pending { get; set; }

    /// <summary>The exception as which the interrupt was delivered, if that was one of I/O that it cancelled.</summary>
    internal Exception? Surrogate { get; set; }

    /// <summary>What the last interrupts of this scope have cancelled. Guarded by the lock.</summary>
    internal List<CancellationTokenSource>? Cancelled { get; private set; }

    /// <summary>Whether the interrupts of the scopes outside this one are kept from what is inside.</summary>
    internal virtual bool HoldsBack => false;

    /// <summary>
    /// The token for what is waited for in this scope: cancelled by the interrupts that are seen here. When they have been
    /// delivered it is a new one, so that clean-up may wait.
    /// </summary>
    internal CancellationToken Token
    {
        get
        {
            lock (Fiber!.Extras)
            {
                InterruptScope? interrupted = OutermostPending();
                if (_source is null || (_isSpent && interrupted is null))
                {
                    _source = new CancellationTokenSource();
                    _isSpent = interrupted is not null;
                    if (interrupted is not null)
                    {
                        _source.Cancel();
                        interrupted.Cancelled!.Add(_source);
                    }
                }

                return _source.Token;
            }
        }
    }

    /// <summary>A token that is cancelled as <see cref="Token"/> is, and by <paramref name="caller"/>.</summary>
    internal CancellationToken TokenOr(CancellationToken caller)
    {
        lock (Fiber!.Extras)
        {
            InterruptScope? interrupted = OutermostPending();
            if (_source is not null && _source.Token == caller && (!_isSpent || interrupted is not null)) return caller;
            if (_joined is { } joined && joined.Caller == caller && (!joined.IsSpent || interrupted is not null)) return joined.Token;

            _joined?.LetGo();
            _joined = new JoinedSource(caller);
            if (interrupted is not null)
            {
                _joined.IsSpent = true;
                _joined.Cancel();
                interrupted.Cancelled!.Add(_joined);
            }

            return _joined.Token;
        }
    }

    /// <summary>Whether <paramref name="token"/> is the one that joins this scope's and <paramref name="caller"/>.</summary>
    internal bool IsJoined(CancellationToken token, CancellationToken caller) => _joined is { } joined && joined.Caller == caller && joined.Token == token;

    /// <summary>Which of the pending interrupts that are seen here is to be delivered first.</summary>
    internal InterruptScope? OutermostPending()
    {
        InterruptScope? found = null;
        for (InterruptScope? scope = this; scope is not null; scope = scope.Outer)
        {
            if (scope.Pending is not null) found = scope;
            if (scope.HoldsBack) break;
        }

        return found;
    }

    /// <summary>How long until an interrupt can come; <see cref="Timeout.InfiniteTimeSpan"/> if no time for it is known.</summary>
    internal abstract TimeSpan TimeLeft { get; }

    /// <summary>Whether a timer of the scheduler will interrupt it.</summary>
    internal virtual bool IsTimed => false;

    /// <summary>The scope's timer has fired. Called on the scheduler's thread, between turns.</summary>
    internal virtual void OnTimer() { }

    /// <summary>Called when this scope's interrupt was thrown.</summary>
    internal virtual void OnDelivered() { }

    /// <summary>Called when the fiber ends with the scope open.</summary>
    internal abstract void Abandon();

    /// <summary>Adds to <see cref="Cancelled"/>. A fiber may be killed again while an error that tells of the kill before is still on its way out. Called under the lock.</summary>
    internal void Remember(List<CancellationTokenSource> cancelled)
    {
        List<CancellationTokenSource> all = Cancelled ??= [];
        all.AddRange(cancelled);
        if (all.Count > MostRemembered) all.RemoveRange(0, all.Count - MostRemembered);
    }

    /// <summary>Takes the tokens out of use. Called under the lock.</summary>
    /// <param name="spent">Gets what is to be cancelled when the lock was left.</param>
    internal void Spend(List<CancellationTokenSource> spent)
    {
        if (_source is not null && !_isSpent)
        {
            _isSpent = true;
            spent.Add(_source);
        }

        if (_joined is { IsSpent: false } joined)
        {
            joined.IsSpent = true;
            spent.Add(joined);
        }
    }

    /// <summary>Lets go of the caller's token.</summary>
    private protected void LetGoOfCaller()
    {
        _joined?.LetGo();
        _joined = null;
    }

    /// <summary>Whether <paramref name="error"/> says that a token was cancelled which this scope's interrupt has cancelled.</summary>
    internal bool HasCancelled(Exception error)
    {
        if (error is not OperationCanceledException { CancellationToken: { IsCancellationRequested: true } token }) return false;
        lock (Fiber!.Extras) return Cancelled?.Exists(source => source.Token == token) == true;
    }

    /// <summary>Opens the scope in <paramref name="fiber"/>, inside those that are open there.</summary>
    private protected void Open(FiberCore fiber)
    {
        Fiber = fiber;
        _chain = fiber.Extras.Scopes ??= new ScopeChain();
        Outer = _chain.Innermost ?? fiber.Extras.RootOf(fiber);
        _chain.Innermost = this;
    }

    /// <summary>Closes the scope, with its pending interrupt. Scopes need not be closed from the innermost outwards.</summary>
    private protected void Leave()
    {
        FiberExtras extras = Fiber!.Extras;
        lock (extras)
        {
            if (_chain!.Innermost == this)
            {
                _chain.Innermost = Outer;
            }
            else
            {
                InterruptScope inner = _chain.Innermost!;
                while (inner.Outer != this) inner = inner.Outer!;
                inner.Outer = Outer;
            }

            FiberCore.Forget(this);
        }

        Fiber = null;
        Outer = null;
        _chain = null;
        _source = null;
        _isSpent = false;
        LetGoOfCaller();
        Cancelled = null;
    }
}
