namespace CoGen;

internal sealed partial class FiberReaderWriterLock
{
    /// <summary>What one fiber holds.</summary>
    private sealed class Hold
    {
        [ThreadStatic]
        private static Hold? t_spare;

        private int _reads;
        private int _upgrades;
        private int _writes;

        internal Holder Who { get; private set; }

        /// <summary>Who has entered the lock for the fiber; null for its own thread.</summary>
        internal Deputy? Deputy { get; set; }

        /// <summary>The thread of a pool's fiber that has entered the lock, or is about to; null if there is none, or a deputy.</summary>
        internal OwnThread? Thread { get; private set; }

        internal int Total => _reads + _upgrades + _writes;

        internal static Hold Of(in Holder who)
        {
            Hold hold = t_spare ?? new Hold();
            t_spare = null;
            hold.Who = who;
            return hold;
        }

        internal int Count(LockMode mode) => mode switch
        {
            LockMode.Read => _reads,
            LockMode.Upgradeable => _upgrades,
            _ => _writes,
        };

        internal void Add(LockMode mode, int times)
        {
            if (mode == LockMode.Read) _reads += times;
            else if (mode == LockMode.Upgradeable) _upgrades += times;
            else _writes += times;
        }

        /// <summary>Sees to it that the thread is one that can hold the lock for the fiber.</summary>
        /// <returns>False if there is none.</returns>
        internal async Coroutine<bool> TakeThreadAsync()
        {
            if (Deputy is not null) return false;
            if (Carrier.Current.Fiber is not { Scheduler: PoolScheduler } fiber) return LockEntry.KeepsThread;
            if (Thread is null)
            {
                Thread = OwnThread.Of(fiber);
                Thread.Holds++;
            }

            while (!Thread.IsCurrent) await TurnWait.Begin();
            return true;
        }

        internal void LeaveThread()
        {
            if (Thread is not null) Thread.Holds--;
            Thread = null;
        }

        /// <summary>Enters <paramref name="another"/> as the fiber has entered.</summary>
        internal void Replay(ReaderWriterLockSlim another)
        {
            for (int i = 0; i < _upgrades; i++) another.EnterUpgradeableReadLock();
            for (int i = 0; i < _writes; i++) another.EnterWriteLock();
            for (int i = 0; i < _reads; i++) another.EnterReadLock();
        }

        /// <summary>Leaves <paramref name="another"/> again.</summary>
        internal void Unwind(ReaderWriterLockSlim another)
        {
            for (int i = 0; i < _reads; i++) another.ExitReadLock();
            for (int i = 0; i < _writes; i++) another.ExitWriteLock();
            for (int i = 0; i < _upgrades; i++) another.ExitUpgradeableReadLock();
        }

        /// <summary>Ends this life of the object.</summary>
        internal Deputy? Release()
        {
            Deputy? deputy = Deputy;
            Deputy = null;
            LeaveThread();
            Who = default;
            t_spare = this;
            return deputy;
        }
    }
}
