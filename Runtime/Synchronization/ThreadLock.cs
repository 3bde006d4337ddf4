namespace CoGen;

/// <summary>A lock that a thread holds: an object's monitor, a <see cref="Lock"/> or a <see cref="Mutex"/>.</summary>
internal readonly struct ThreadLock
{
    private readonly Kind _kind;

    private ThreadLock(object target, Kind kind)
    {
        Target = target;
        _kind = kind;
    }

    private enum Kind
    {
        Monitor,
        Lock,
        Mutex,
    }

    internal object Target { get; }

    internal static ThreadLock Of(object monitor) => new(monitor, Kind.Monitor);

#pragma warning disable CS9216 // It is known to be a lock.
    internal static ThreadLock Of(Lock target) => new(target, Kind.Lock);
#pragma warning restore CS9216

    internal static ThreadLock Of(Mutex target) => new(target, Kind.Mutex);

    /// <summary>Whether the thread that asks is inside. Not to be asked of a mutex, which does not tell.</summary>
    internal bool IsEntered => _kind == Kind.Lock ? ((Lock)Target).IsHeldByCurrentThread : Monitor.IsEntered(Target);

    /// <summary>Enters if no other thread is inside. Never waits.</summary>
    /// <exception cref="AbandonedMutexException">It was entered; its last owner has ended inside.</exception>
    internal bool TryEnter() => _kind switch
    {
        Kind.Monitor => Monitor.TryEnter(Target),
        Kind.Lock => ((Lock)Target).TryEnter(),
        _ => ((Mutex)Target).WaitOne(0),
    };

    /// <exception cref="SynchronizationLockException">The thread is not inside.</exception>
    /// <exception cref="ApplicationException">So it is with a mutex.</exception>
    internal void Exit()
    {
        switch (_kind)
        {
            case Kind.Monitor:
                Monitor.Exit(Target);
                break;
            case Kind.Lock:
                ((Lock)Target).Exit();
                break;
            default:
                ((Mutex)Target).ReleaseMutex();
                break;
        }
    }

    /// <summary>Throws what <see cref="Exit"/> throws in a thread that is not inside.</summary>
    internal void RefuseExit()
    {
        switch (_kind)
        {
            case Kind.Monitor:
                Monitor.Exit(new object());
                break;
            case Kind.Lock:
                new Lock().Exit();
                break;
            default:
                using (Mutex another = new()) another.ReleaseMutex();
                break;
        }
    }

    /// <summary>Waits until no thread is inside. By then another may have entered.</summary>
    /// <returns>Whether it was left by a thread that has ended inside.</returns>
    internal async Coroutine<bool> UntilFree(TimeSpan timeout, bool isStubborn)
    {
        // Most hold a lock for a few instructions.
        SpinWait spin = default;
        while (_kind != Kind.Mutex && !spin.NextSpinWillYield)
        {
            spin.SpinOnce();
            if (TryEnter())
            {
                Exit();
                return false;
            }
        }

        // Nothing tells that a lock is free, but to a thread that waits for it.
        return (await StandInCall.RunAsync(ToString(), this, static target => target.EnterAndExit(), timeout, isStubborn: isStubborn)).Result;
    }

    public override string ToString() => _kind switch
    {
        Kind.Monitor => $"the monitor of a {Target.GetType().Name}",
        Kind.Lock => "a Lock",
        _ => "a Mutex",
    };

    private bool EnterAndExit()
    {
        bool isAbandoned = false;
        switch (_kind)
        {
            case Kind.Monitor:
                Monitor.Enter(Target);
                break;
            case Kind.Lock:
                ((Lock)Target).Enter();
                break;
            default:
                isAbandoned = Take((Mutex)Target);
                break;
        }

        Exit();
        return isAbandoned;
    }

    private static bool Take(Mutex mutex)
    {
        try
        {
            mutex.WaitOne();
            return false;
        }
        catch (AbandonedMutexException)
        {
            return true;
        }
    }
}
