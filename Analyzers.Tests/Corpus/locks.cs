// swap (object gate): entered by hand
Monitor.[|Enter|](gate);
try
{
    Thread.MemoryBarrier();
}
finally
{
    Monitor.[|Exit|](gate);
}

// swap (object gate): tried for a while
bool taken = Monitor.[|TryEnter|](gate, 100);

// swap (object gate): a pulse
[|lock|] (gate)
{
    Monitor.[|Wait|](gate);
}

// swap (object gate): a pulse, or a time
[|lock|] (gate)
{
    bool pulsed = Monitor.[|Wait|](gate, 100);
}

// swap (object gate): wakes one
[|lock|] (gate)
{
    Monitor.[|Pulse|](gate);
}

// swap (object gate): wakes all
[|lock|] (gate)
{
    Monitor.[|PulseAll|](gate);
}

// swap (Lock gate): a lock of .NET 9
gate.[|Enter|]();
gate.[|Exit|]();

// swap (Lock gate): its scope
using (gate.[|EnterScope|]())
{
    Thread.MemoryBarrier();
}

// swap (Lock gate): tried for a while
bool taken = gate.[|TryEnter|](100);

// swap (Lock gate, List<int> list): lock statement
[|lock|] (gate)
{
    list.Clear();
}

// swap (ReaderWriterLockSlim gate): readers
gate.[|EnterReadLock|]();
gate.[|ExitReadLock|]();

// swap (ReaderWriterLockSlim gate): a writer
gate.[|EnterWriteLock|]();
gate.[|ExitWriteLock|]();

// swap (ReaderWriterLockSlim gate): perhaps a writer
gate.[|EnterUpgradeableReadLock|]();
gate.[|ExitUpgradeableReadLock|]();

// swap (ReaderWriterLockSlim gate): readers, for a while
if (gate.[|TryEnterReadLock|](100))
    gate.[|ExitReadLock|]();

// swap (ReaderWriterLockSlim gate): a writer, for a while
if (gate.[|TryEnterWriteLock|](100))
    gate.[|ExitWriteLock|]();

// swap (ReaderWriterLockSlim gate): perhaps a writer, for a while
if (gate.[|TryEnterUpgradeableReadLock|](TimeSpan.FromSeconds(1)))
    gate.[|ExitUpgradeableReadLock|]();

// swap (ReaderWriterLock gate): readers of the old one
gate.[|AcquireReaderLock|](100);
gate.[|ReleaseReaderLock|]();

// swap (ReaderWriterLock gate): a writer of the old one
gate.[|AcquireWriterLock|](100);
gate.[|ReleaseWriterLock|]();

// swap (ReaderWriterLock gate): from reader to writer
LockCookie cookie = gate.[|UpgradeToWriterLock|](100);
gate.[|DowngradeFromWriterLock|](ref cookie);

// quiet (ReaderWriterLockSlim gate): asks
bool held = gate.[|IsReadLockHeld|];

// quiet (object gate): asks
bool held = Monitor.[|IsEntered|](gate);
