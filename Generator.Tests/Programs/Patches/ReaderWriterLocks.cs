// construct: a `ReaderWriterLockSlim`, read, written, upgraded and asked, also by a thread
// lowered to: calls of `ReaderWriterLockSlimPatches`: the lock is held by the fiber, across waits
internal static partial class Program
{
    [Coroutine]
    private static string Main()
    {
        ReaderWriterLockSlim gate = new();
        string all = Read(gate, "a") + Write(gate, "b");
        gate.EnterUpgradeableReadLock();
        try
        {
            Log(gate.IsUpgradeableReadLockHeld);
            all += Read(gate, "c") + Write(gate, "d");
        }
        finally
        {
            gate.ExitUpgradeableReadLock();
        }

        Task other = Task.Run(() =>
        {
            gate.EnterWriteLock();
            Log("thread");
            gate.ExitWriteLock();
        });
        other.Wait();
        if (gate.TryEnterWriteLock(1))
        {
            Log(gate.IsWriteLockHeld);
            gate.ExitWriteLock();
        }

        Log(gate.CurrentReadCount);
        try
        {
            gate.ExitReadLock();
        }
        catch (SynchronizationLockException)
        {
            Log("not held");
        }

        return all;
    }

    [Coroutine]
    private static string Read(ReaderWriterLockSlim gate, string name)
    {
        gate.EnterReadLock();
        try
        {
            return Get(name);
        }
        finally
        {
            gate.ExitReadLock();
        }
    }

    [Coroutine]
    private static string Write(ReaderWriterLockSlim gate, string name)
    {
        gate.EnterWriteLock();
        try
        {
            return Get(name);
        }
        finally
        {
            gate.ExitWriteLock();
        }
    }
}
