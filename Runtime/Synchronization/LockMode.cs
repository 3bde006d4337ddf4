namespace CoGen;

/// <summary>In what way a <see cref="ReaderWriterLockSlim"/> is entered.</summary>
internal enum LockMode
{
    Read,
    Upgradeable,
    Write,
}

internal static class LockModes
{
    /// <summary>Enters if that needs no waiting.</summary>
    internal static bool TryEnter(this LockMode mode, ReaderWriterLockSlim target) => mode switch
    {
        LockMode.Read => target.TryEnterReadLock(0),
        LockMode.Upgradeable => target.TryEnterUpgradeableReadLock(0),
        _ => target.TryEnterWriteLock(0),
    };

    internal static void Enter(this LockMode mode, ReaderWriterLockSlim target)
    {
        switch (mode)
        {
            case LockMode.Read:
                target.EnterReadLock();
                break;
            case LockMode.Upgradeable:
                target.EnterUpgradeableReadLock();
                break;
            default:
                target.EnterWriteLock();
                break;
        }
    }

    internal static void Exit(this LockMode mode, ReaderWriterLockSlim target)
    {
        switch (mode)
        {
            case LockMode.Read:
                target.ExitReadLock();
                break;
            case LockMode.Upgradeable:
                target.ExitUpgradeableReadLock();
                break;
            default:
                target.ExitWriteLock();
                break;
        }
    }
}
