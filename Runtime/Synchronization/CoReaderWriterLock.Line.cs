namespace CoGen;

public sealed partial class CoReaderWriterLock
{
    private bool TryEnter(bool isWriter, in Holder who)
    {
        Gate.Enter();
        bool isAgain = _isWritten && _writer.Is(who);
        bool entered = !isAgain && TryTake(isWriter, who);
        Gate.Exit();
        return isAgain ? throw new LockRecursionException($"{this} is entered by its writer again.") : entered;
    }

    private Coroutine<bool> TryEnterAsync(bool isWriter, TimeSpan timeout, CancellationToken cancellationToken)
    {
        timeout = Time.Require(timeout);
        cancellationToken.ThrowIfCancellationRequested();
        Holder who = Holder.OfCoroutine;
        if (TryEnter(isWriter, who)) return new Coroutine<bool>(true);

        LineWait<Entrant> wait = LineWait<Entrant>.Rent();
        Entrant entrant = wait.Node;
        entrant.Lock = this;
        entrant.IsWriter = isWriter;
        entrant.Who = who;
        Gate.Enter();
        bool taken = TryTake(isWriter, who);
        if (!taken) _entrants.Append(entrant);
        Gate.Exit();
        if (!taken) return wait.Begin(timeout, cancellationToken);

        wait.Discard();
        return new Coroutine<bool>(true);
    }

    private void EndWriting(int readers)
    {
        RouseList roused = default;
        Gate.Enter();
        bool isMine = _isWritten && _writer.IsHere;
        Holder writer = _writer;
        if (isMine)
        {
            Volatile.Write(ref _isWritten, false);
            _writer = default;
            _readers = readers;
            LetIn(ref roused);
        }

        Gate.Exit();
        if (!isMine) throw new SynchronizationLockException($"{this} was left by {Holder.Here} as the writer, but is written by {writer}.");
        roused.Rouse(WaitFrame.Signalled);
    }

    private bool TryTake(bool isWriter, in Holder who) => _entrants.IsEmpty && TryAdmit(isWriter, who);

    private bool TryAdmit(bool isWriter, in Holder who)
    {
        if (_isWritten || (isWriter && _readers > 0)) return false;
        if (isWriter)
        {
            Volatile.Write(ref _isWritten, true);
            _writer = who;
        }
        else
        {
            _readers++;
        }

        return true;
    }

    /// <summary>Lets in those first in line who may enter now. Under the gate, after everything that may make room for them.</summary>
    private void LetIn(ref RouseList roused)
    {
        while (_entrants.First is Entrant first && TryAdmit(first.IsWriter, first.Who))
        {
            _entrants.Serve();
            roused.Add(first);
        }

        if (IsReadyNow) ServeWatchers(ref roused);
    }

    private sealed class Entrant : LineNode
    {
        internal CoReaderWriterLock? Lock;
        internal Holder Who;
        internal bool IsWriter;

        internal override object? WaitsFor => Lock!._writer.Who;

        internal override object? HeldLock => Lock;

        /// <summary>A writer that gives up makes room for the readers behind it.</summary>
        internal override bool TryWithdraw()
        {
            CoReaderWriterLock gate = Lock!;
            RouseList roused = default;
            gate.Gate.Enter();
            bool removed = gate._entrants.TryRemove(this);
            if (removed) gate.LetIn(ref roused);
            gate.Gate.Exit();
            roused.Rouse(WaitFrame.Signalled);
            return removed;
        }

        internal override string Describe() =>
            $"{Lock}, to {(IsWriter ? "write" : "read")} it, {(Lock!._isWritten ? $"written by {Lock._writer}" : $"read by {Lock._readers}")}";

        internal override void Clear()
        {
            Lock = null;
            Who = default;
        }
    }
}
