namespace CoGen.Tests.Linearizability;

internal sealed record Inside(int Readers, bool IsWritten)
{
    internal bool IsFree => Readers == 0 && !IsWritten;

    internal Inside? Read() => IsWritten ? null : this with { Readers = Readers + 1 };

    internal Inside? Write() => IsFree ? this with { IsWritten = true } : null;
}

internal sealed class ReaderWriterLockSubject() : Subject<Inside>(new Inside(0, false))
{
    private readonly CoReaderWriterLock _lock = new();

    internal override IEnumerable<Waitable> Waitables => [_lock];

    internal override async Coroutine UseAsync(int client, Random random)
    {
        for (int i = 0; i < 3; i++)
        {
            if (random.Next(3) == 0) await WriteAsync(random);
            else await ReadAsync(random);
        }
    }

    internal override void Check()
    {
        base.Check();
        Assert.True(_lock.IsReady);
    }

    private async Coroutine ReadAsync(Random random)
    {
        int invoked = History.Now();
        if (random.Next(3) == 0)
        {
            // Not where a writer waits, either: but then somebody is inside.
            bool tried = _lock.TryEnterReadLock();
            History.Note($"try read {tried}", invoked, inside => tried ? inside.Read() : inside.IsFree ? null : inside);
            if (!tried) return;
        }
        else
        {
            bool inTime = await _lock.TryEnterReadLockAsync(Any(random));
            History.Note($"read {inTime}", invoked, inside => inTime ? inside.Read() : inside);
            if (!inTime) return;
        }

        try
        {
            if (random.Next(2) == 0) await Co.YieldAsync();
        }
        finally
        {
            ExitRead();
        }
    }

    private async Coroutine WriteAsync(Random random)
    {
        int invoked = History.Now();
        if (random.Next(3) == 0)
        {
            bool tried = _lock.TryEnterWriteLock();
            History.Note($"try write {tried}", invoked, inside => tried ? inside.Write() : inside.IsFree ? null : inside);
            if (!tried) return;
        }
        else
        {
            await _lock.EnterWriteLockAsync();
            History.Note("write", invoked, inside => inside.Write());
        }

        bool isDowngraded = false;
        try
        {
            if (random.Next(2) == 0) await Co.YieldAsync();
            if (random.Next(3) != 0) return;
            invoked = History.Now();
            _lock.Downgrade();
            isDowngraded = true;
            History.Note("downgrade", invoked, inside => inside.IsWritten ? new Inside(1, false) : null);
            if (random.Next(2) == 0) await Co.YieldAsync();
        }
        finally
        {
            if (isDowngraded) ExitRead();
            else ExitWrite();
        }
    }

    private void ExitRead()
    {
        int invoked = History.Now();
        _lock.ExitReadLock();
        History.Note("exit read", invoked, inside => inside.Readers > 0 ? inside with { Readers = inside.Readers - 1 } : null);
    }

    private void ExitWrite()
    {
        int invoked = History.Now();
        _lock.ExitWriteLock();
        History.Note("exit write", invoked, inside => inside.IsWritten ? inside with { IsWritten = false } : null);
    }
}
