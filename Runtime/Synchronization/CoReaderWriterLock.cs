namespace CoGen;

/// <summary>
/// A lock that many readers, or one writer, hold at a time, also across waits. The counterpart of
/// <see cref="ReaderWriterLockSlim"/>; gevent has none.
/// </summary>
/// <remarks>
/// <para>
/// It is strictly fair: those who wait are let in in the order of arrival, a row of readers together, and who comes while
/// somebody waits stands behind – a reader behind a writer, too. Nobody passes those who were woken, unlike with other locks,
/// as readers that do would keep out writers for ever.
/// </para>
/// <para>
/// It cannot be entered twice: the writer that enters again gets a <see cref="LockRecursionException"/>. Readers are counted
/// and not known; one that reads again, while a writer waits, waits for itself. Nor can a reader become the writer, because two
/// that want to wait for each other: leave, enter to write, and look again. The other way round there is <see cref="Downgrade"/>.
/// </para>
/// <para>A fiber that ends without leaving keeps the lock.</para>
/// </remarks>
public sealed partial class CoReaderWriterLock : Waitable
{
    private WaitLine _entrants;
    private Holder _writer;
    private bool _isWritten;
    private int _readers;

    /// <summary>How many read, as seen at this moment.</summary>
    public int CurrentReadCount => Volatile.Read(ref _readers);

    /// <summary>Whether somebody writes, as seen at this moment.</summary>
    public bool IsWriteLockHeld => Volatile.Read(ref _isWritten);

    /// <summary>Whether nobody reads, writes or waits, as seen at this moment: who comes to write could do so.</summary>
    public override bool IsReady
    {
        get
        {
            Gate.Enter();
            bool isReady = IsReadyNow;
            Gate.Exit();
            return isReady;
        }
    }

    private protected override bool IsReadyNow => !_isWritten && _readers == 0 && _entrants.IsEmpty;

    /// <summary>Begins to read if that needs no waiting. Never waits, and never yields.</summary>
    /// <returns>Whether it was entered.</returns>
    /// <exception cref="LockRecursionException">Whoever calls holds the lock to write.</exception>
    public bool TryEnterReadLock() => TryEnter(isWriter: false, Holder.Here);

    /// <summary>Begins to write if that needs no waiting. Never waits, and never yields.</summary>
    /// <inheritdoc cref="TryEnterReadLock()"/>
    public bool TryEnterWriteLock() => TryEnter(isWriter: true, Holder.Here);

    /// <summary>Begins to read, for which it waits if need be.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled before the lock was entered.</exception>
    /// <inheritdoc cref="TryEnterReadLock()" path="/exception"/>
    /// <inheritdoc cref="Fiber.Join()" path="/exception"/>
    public void EnterReadLock(CancellationToken cancellationToken = default) => TryEnterReadLock(Timeout.InfiniteTimeSpan, cancellationToken);

    /// <summary>Begins to write, for which it waits if need be.</summary>
    /// <inheritdoc cref="EnterReadLock(CancellationToken)"/>
    public void EnterWriteLock(CancellationToken cancellationToken = default) => TryEnterWriteLock(Timeout.InfiniteTimeSpan, cancellationToken);

    /// <summary>Begins to read, for which it waits no longer than <paramref name="timeout"/>.</summary>
    /// <param name="timeout">How long to wait at most; zero lets the others run once.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Whether it was entered.</returns>
    /// <inheritdoc cref="EnterReadLock(CancellationToken)" path="/exception"/>
    public bool TryEnterReadLock(TimeSpan timeout, CancellationToken cancellationToken = default)
    {
        using MainTurn turn = MainTurn.Begin("CoReaderWriterLock.EnterReadLock");
        return turn.Wait(TryEnterReadLockAsync(timeout, cancellationToken));
    }

    /// <summary>Begins to write, for which it waits no longer than <paramref name="timeout"/>.</summary>
    /// <inheritdoc cref="TryEnterReadLock(TimeSpan, CancellationToken)"/>
    public bool TryEnterWriteLock(TimeSpan timeout, CancellationToken cancellationToken = default)
    {
        using MainTurn turn = MainTurn.Begin("CoReaderWriterLock.EnterWriteLock");
        return turn.Wait(TryEnterWriteLockAsync(timeout, cancellationToken));
    }

    /// <summary>Reads until the result is disposed of.</summary>
    /// <returns>What leaves the lock when it is disposed of, once.</returns>
    /// <inheritdoc cref="EnterReadLock(CancellationToken)"/>
    public Scope EnterReadScope(CancellationToken cancellationToken = default)
    {
        EnterReadLock(cancellationToken);
        return new Scope(this, isWriter: false);
    }

    /// <summary>Writes until the result is disposed of.</summary>
    /// <inheritdoc cref="EnterReadScope"/>
    public Scope EnterWriteScope(CancellationToken cancellationToken = default)
    {
        EnterWriteLock(cancellationToken);
        return new Scope(this, isWriter: true);
    }

    /// <inheritdoc cref="EnterReadLock(CancellationToken)"/>
    public Coroutine EnterReadLockAsync(CancellationToken cancellationToken = default) => TryEnterReadLockAsync(Timeout.InfiniteTimeSpan, cancellationToken).WithoutResult();

    /// <inheritdoc cref="EnterWriteLock(CancellationToken)"/>
    public Coroutine EnterWriteLockAsync(CancellationToken cancellationToken = default) => TryEnterWriteLockAsync(Timeout.InfiniteTimeSpan, cancellationToken).WithoutResult();

    /// <inheritdoc cref="TryEnterReadLock(TimeSpan, CancellationToken)"/>
    public Coroutine<bool> TryEnterReadLockAsync(TimeSpan timeout, CancellationToken cancellationToken = default) => TryEnterAsync(isWriter: false, timeout, cancellationToken);

    /// <inheritdoc cref="TryEnterWriteLock(TimeSpan, CancellationToken)"/>
    public Coroutine<bool> TryEnterWriteLockAsync(TimeSpan timeout, CancellationToken cancellationToken = default) => TryEnterAsync(isWriter: true, timeout, cancellationToken);

    /// <inheritdoc cref="EnterReadScope"/>
    public async Coroutine<Scope> EnterReadScopeAsync(CancellationToken cancellationToken = default)
    {
        await EnterReadLockAsync(cancellationToken);
        return new Scope(this, isWriter: false);
    }

    /// <inheritdoc cref="EnterWriteScope"/>
    public async Coroutine<Scope> EnterWriteScopeAsync(CancellationToken cancellationToken = default)
    {
        await EnterWriteLockAsync(cancellationToken);
        return new Scope(this, isWriter: true);
    }

    /// <summary>Ends reading. Does not wait.</summary>
    /// <exception cref="SynchronizationLockException">Nobody reads.</exception>
    public void ExitReadLock()
    {
        RouseList roused = default;
        Gate.Enter();
        bool isRead = _readers > 0;
        if (isRead && --_readers == 0) LetIn(ref roused);
        Gate.Exit();
        if (!isRead) throw new SynchronizationLockException($"{this} was left by a reader, but nobody reads.");
        roused.Rouse(WaitFrame.Signalled);
    }

    /// <summary>Ends writing. Does not wait.</summary>
    /// <exception cref="SynchronizationLockException">The fiber that runs this code, in plain code its thread, does not write.</exception>
    public void ExitWriteLock() => EndWriting(readers: 0);

    /// <summary>Goes on reading instead of writing, and lets in the readers that are first in line. Does not wait.</summary>
    /// <inheritdoc cref="ExitWriteLock" path="/exception"/>
    public void Downgrade() => EndWriting(readers: 1);

    /// <summary>Somebody's reading or writing, until it is disposed of.</summary>
    public readonly struct Scope : IDisposable
    {
        private readonly CoReaderWriterLock? _lock;
        private readonly bool _isWriter;

        internal Scope(CoReaderWriterLock held, bool isWriter)
        {
            _lock = held;
            _isWriter = isWriter;
        }

        /// <summary>Leaves the lock.</summary>
        /// <exception cref="SynchronizationLockException">It is not held.</exception>
        public void Dispose()
        {
            if (_isWriter) _lock?.ExitWriteLock();
            else _lock?.ExitReadLock();
        }
    }
}
