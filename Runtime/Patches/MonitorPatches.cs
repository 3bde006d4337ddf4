namespace CoGen.Patches;

/// <summary>What the members of <see cref="Monitor"/> become in a coroutine: of all fibers of a thread one holds the monitor, also across waits.</summary>
/// <remarks>
/// <para>
/// It is the monitor that <c>lock</c> and <see cref="CoMonitor"/> enter, and that of plain code: a fiber that holds it keeps out all threads but
/// its own, on which other fibers are kept out. See <see cref="CoMonitor"/>.
/// </para>
/// <para>
/// A pulse wakes fibers and threads. A fiber's goes to the first fiber that waits, and to a thread if no fiber does. A thread's goes to whoever comes
/// first, where all fibers that wait come together and wake together. When a fiber begins to wait for the first time in a while, its thread leaves
/// the monitor for a moment and takes it again, for which it has to wait if another has entered; in a loop that looks again it does not.
/// </para>
/// </remarks>
public static class MonitorPatches
{
    /// <inheritdoc cref="Monitor.Enter(object)"/>
    /// <param name="obj">The object.</param>
    public static Coroutine EnterAsync(object obj)
    {
        if (obj is null) Monitor.Enter(obj!);
        return LockEntry.TryEnterAsync(ThreadLock.Of(obj!), Timeout.InfiniteTimeSpan, isBrief: false).WithoutResult();
    }

    /// <inheritdoc cref="Monitor.Enter(object, ref bool)"/>
    /// <param name="obj">The object.</param>
    /// <param name="lockTaken">Becomes true when the monitor is held; must be false.</param>
    public static async Coroutine EnterAsync(object obj, Ref<bool> lockTaken)
    {
        if (obj is null || lockTaken.Value) Monitor.Enter(obj!, ref lockTaken.Target);
        await EnterAsync(obj!);
        lockTaken.Value = true;
    }

    /// <inheritdoc cref="Monitor.TryEnter(object)"/>
    /// <param name="obj">The object.</param>
    /// <remarks>If another holds it, the other fibers run once before it is tried again, so that a loop of tries makes progress.</remarks>
    public static Coroutine<bool> TryEnterAsync(object obj) => TryEnterAsync(obj, 0);

    /// <inheritdoc cref="Monitor.TryEnter(object, ref bool)"/>
    /// <param name="obj">The object.</param>
    /// <param name="lockTaken">Becomes true if the monitor is held; must be false.</param>
    /// <inheritdoc cref="TryEnterAsync(object)" path="/remarks"/>
    public static Coroutine TryEnterAsync(object obj, Ref<bool> lockTaken) => TryEnterAsync(obj, 0, lockTaken);

    /// <inheritdoc cref="Monitor.TryEnter(object, int)"/>
    /// <param name="obj">The object.</param>
    /// <inheritdoc cref="TryEnterAsync(object)" path="/remarks"/>
    public static Coroutine<bool> TryEnterAsync(object obj, int millisecondsTimeout) =>
        obj is null || !Limits.Allow(millisecondsTimeout)
            ? new Coroutine<bool>(Monitor.TryEnter(obj!, millisecondsTimeout))
            : TryAsync(obj, Limits.Of(millisecondsTimeout));

    /// <inheritdoc cref="Monitor.TryEnter(object, TimeSpan)"/>
    /// <param name="obj">The object.</param>
    /// <inheritdoc cref="TryEnterAsync(object)" path="/remarks"/>
    public static Coroutine<bool> TryEnterAsync(object obj, TimeSpan timeout) =>
        obj is null || !Limits.Allow(timeout) ? new Coroutine<bool>(Monitor.TryEnter(obj!, timeout)) : TryAsync(obj, Limits.Of(timeout));

    /// <inheritdoc cref="Monitor.TryEnter(object, int, ref bool)"/>
    /// <param name="obj">The object.</param>
    /// <param name="lockTaken">Becomes true if the monitor is held; must be false.</param>
    /// <inheritdoc cref="TryEnterAsync(object)" path="/remarks"/>
    public static async Coroutine TryEnterAsync(object obj, int millisecondsTimeout, Ref<bool> lockTaken)
    {
        if (obj is null || lockTaken.Value || !Limits.Allow(millisecondsTimeout)) Monitor.TryEnter(obj!, millisecondsTimeout, ref lockTaken.Target);
        if (await TryAsync(obj!, Limits.Of(millisecondsTimeout))) lockTaken.Value = true;
    }

    /// <inheritdoc cref="Monitor.TryEnter(object, TimeSpan, ref bool)"/>
    /// <param name="obj">The object.</param>
    /// <param name="lockTaken">Becomes true if the monitor is held; must be false.</param>
    /// <inheritdoc cref="TryEnterAsync(object)" path="/remarks"/>
    public static async Coroutine TryEnterAsync(object obj, TimeSpan timeout, Ref<bool> lockTaken)
    {
        if (obj is null || lockTaken.Value || !Limits.Allow(timeout)) Monitor.TryEnter(obj!, timeout, ref lockTaken.Target);
        if (await TryAsync(obj!, Limits.Of(timeout))) lockTaken.Value = true;
    }

    /// <inheritdoc cref="Monitor.Exit(object)"/>
    /// <param name="obj">The object.</param>
    public static void Exit(object obj)
    {
        if (obj is null) Monitor.Exit(obj!);
        LockEntry.Exit(ThreadLock.Of(obj!));
    }

    /// <inheritdoc cref="Monitor.IsEntered(object)"/>
    /// <param name="obj">The object.</param>
    /// <returns>Whether the fiber, in plain code the thread, holds the monitor.</returns>
    public static bool IsEntered(object obj) => obj is null ? Monitor.IsEntered(obj!) : LockEntry.IsEntered(ThreadLock.Of(obj));

    /// <inheritdoc cref="Monitor.Wait(object)"/>
    /// <param name="obj">The object.</param>
    /// <remarks>The monitor is held again also when the wait ends by a kill or a timeout, which have to wait for that.</remarks>
    public static Coroutine<bool> WaitAsync(object obj) => WaitAsync(obj, Timeout.InfiniteTimeSpan);

    /// <inheritdoc cref="Monitor.Wait(object, int)"/>
    /// <param name="obj">The object.</param>
    /// <inheritdoc cref="WaitAsync(object)" path="/remarks"/>
    public static Coroutine<bool> WaitAsync(object obj, int millisecondsTimeout) =>
        obj is null || !Limits.Allow(millisecondsTimeout)
            ? new Coroutine<bool>(Monitor.Wait(obj!, millisecondsTimeout))
            : PulseOf(obj, Limits.Of(millisecondsTimeout), mayWakeEarly: false);

    /// <inheritdoc cref="Monitor.Wait(object, TimeSpan)"/>
    /// <param name="obj">The object.</param>
    /// <inheritdoc cref="WaitAsync(object)" path="/remarks"/>
    public static Coroutine<bool> WaitAsync(object obj, TimeSpan timeout) =>
        obj is null || !Limits.Allow(timeout) ? new Coroutine<bool>(Monitor.Wait(obj!, timeout)) : PulseOf(obj, Limits.Of(timeout), mayWakeEarly: false);

    /// <summary>Waits in a loop that does nothing else and looks each time whether it has to go on.</summary>
    /// <param name="obj">The object.</param>
    /// <returns>Always true. The fiber may wake without a pulse: so it does when it is the first that waits, since a thread's may have been missed until then.</returns>
    /// <inheritdoc cref="WaitAsync(object)" path="/remarks"/>
    public static Coroutine<bool> WaitInLoopAsync(object obj) => WaitInLoopAsync(obj, Timeout.InfiniteTimeSpan);

    /// <inheritdoc cref="WaitInLoopAsync(object)"/>
    /// <param name="obj">The object.</param>
    /// <param name="millisecondsTimeout">The longest wait, in milliseconds, or <see cref="Timeout.Infinite"/>.</param>
    /// <returns>False if the time was over.</returns>
    public static Coroutine<bool> WaitInLoopAsync(object obj, int millisecondsTimeout) =>
        obj is null || !Limits.Allow(millisecondsTimeout)
            ? new Coroutine<bool>(Monitor.Wait(obj!, millisecondsTimeout))
            : PulseOf(obj, Limits.Of(millisecondsTimeout), mayWakeEarly: true);

    /// <inheritdoc cref="WaitInLoopAsync(object)"/>
    /// <param name="obj">The object.</param>
    /// <param name="timeout">The longest wait, or <see cref="Timeout.InfiniteTimeSpan"/>.</param>
    /// <returns>False if the time was over.</returns>
    public static Coroutine<bool> WaitInLoopAsync(object obj, TimeSpan timeout) =>
        obj is null || !Limits.Allow(timeout) ? new Coroutine<bool>(Monitor.Wait(obj!, timeout)) : PulseOf(obj, Limits.Of(timeout), mayWakeEarly: true);

    /// <inheritdoc cref="Monitor.Wait(object, int, bool)"/>
    /// <param name="obj">The object.</param>
    /// <inheritdoc cref="WaitAsync(object)" path="/remarks"/>
    public static Coroutine<bool> WaitAsync(object obj, int millisecondsTimeout, bool exitContext) => WaitAsync(obj, millisecondsTimeout);

    /// <inheritdoc cref="Monitor.Wait(object, TimeSpan, bool)"/>
    /// <param name="obj">The object.</param>
    /// <inheritdoc cref="WaitAsync(object)" path="/remarks"/>
    public static Coroutine<bool> WaitAsync(object obj, TimeSpan timeout, bool exitContext) => WaitAsync(obj, timeout);

    /// <inheritdoc cref="Monitor.Pulse(object)"/>
    /// <param name="obj">The object.</param>
    public static void Pulse(object obj)
    {
        RequireEntered(obj);
        if (PulseLine.Find(obj)?.TryPulse() != true) PulseThreads(obj, Monitor.Pulse);
    }

    /// <inheritdoc cref="Monitor.PulseAll(object)"/>
    /// <param name="obj">The object.</param>
    public static void PulseAll(object obj)
    {
        RequireEntered(obj);
        PulseLine.Find(obj)?.PulseAll();
        PulseThreads(obj, Monitor.PulseAll);
    }

    private static void RequireEntered(object obj)
    {
        if (obj is null) Monitor.Pulse(obj!);
        else if (!LockEntry.IsEntered(ThreadLock.Of(obj))) Monitor.Pulse(new object());
    }

    /// <summary>Asynchronous code outside all fibers holds the monitor without its thread.</summary>
    private static void PulseThreads(object obj, Action<object> pulse)
    {
        if (Monitor.IsEntered(obj)) pulse(obj);
        else PulseElsewhere(obj, pulse);
    }

    private static void PulseElsewhere(object obj, Action<object> pulse) => StandIn.Run(() =>
    {
        lock (obj) pulse(obj);
    });

    private static Coroutine<bool> PulseOf(object obj, TimeSpan timeout, bool mayWakeEarly)
    {
        if (!HeldLocks.IsHeld(obj, out HeldLock? mine) || mine is null) Monitor.Wait(new object());
        return PulseLine.Of(obj).WaitAsync(mine!, timeout, mayWakeEarly);
    }

    private static async Coroutine<bool> TryAsync(object obj, TimeSpan timeout) =>
        await LockEntry.TryEnterAsync(ThreadLock.Of(obj), timeout, isBrief: false) is not null;
}
