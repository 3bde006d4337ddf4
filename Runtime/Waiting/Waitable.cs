using System.Diagnostics;

namespace CoGen;

/// <summary>
/// Something that can be waited for: the base of CoGen's events, locks, queues and the like. All of them may be used by
/// several fibers, loops and plain threads at once.
/// </summary>
/// <remarks>
/// What all of them promise: those who wait are woken in the order in which they came; whoever changes the state goes on
/// running. Unless a type says that it hands over, somebody who runs may take what was meant for somebody just woken, who then
/// keeps its place and waits on. In a fiber a wait ends by a kill or a timeout scope, too.
/// </remarks>
[DebuggerDisplay("{ToString(),nq}, {IsReady ? \"ready\" : \"not ready\",nq}")]
public abstract partial class Waitable
{
    private static long s_lastRank;

    private protected Gate Gate;
    private WaitLine _watchers;
    private long _rank;

    private protected Waitable()
    {
    }

    /// <summary>A name for people, which dumps and deadlock reports show.</summary>
    public string? Name { get; init; }

    /// <summary>Whether a wait would end at once, as seen at this moment. Another thread may change that at any time.</summary>
    public abstract bool IsReady { get; }

    /// <summary>Gets the name, else the kind.</summary>
    /// <returns>Some words.</returns>
    public override string ToString()
    {
        string kind = GetType().Name;
        if (kind.IndexOf('`') is var arity and > 0) kind = kind[..arity];
        return Name is null ? kind : $"{kind} '{Name}'";
    }

    /// <summary>Whether it is ready now. Called under the gate.</summary>
    private protected abstract bool IsReadyNow { get; }

    /// <summary>Whether a scheduler cannot know that this will become ready: a task, a process.</summary>
    internal virtual bool IsOutside => false;

    /// <summary>Puts <paramref name="watcher"/> in line until this is ready.</summary>
    /// <returns>False if it is ready now: the watcher was not put in line.</returns>
    internal bool TryWatch(LineNode watcher)
    {
        Gate.Enter();
        bool waits = TryAddWatcher(watcher);
        Gate.Exit();
        if (waits) BeginWatch();
        return waits;
    }

    /// <summary>Does what <see cref="TryWatch"/> does, under the gate. <see cref="BeginWatch"/> is to follow.</summary>
    internal bool TryAddWatcher(LineNode watcher)
    {
        if (IsReadyNow) return false;
        _watchers.Append(watcher);
        return true;
    }

    /// <summary>Takes <paramref name="watcher"/> out of line, under the gate.</summary>
    internal bool TryRemoveWatcher(LineNode watcher) => _watchers.TryRemove(watcher);

    /// <summary>Somebody watches now. Called outside the gate.</summary>
    internal virtual void BeginWatch() { }

    /// <summary>Whether somebody waits to see this ready: by <see cref="Co.WaitAny(Waitable[])"/> and its kin, or by a wait that takes nothing.</summary>
    public bool HasWatchers
    {
        get
        {
            Gate.Enter();
            bool has = !_watchers.IsEmpty;
            Gate.Exit();
            return has;
        }
    }

    /// <summary>Takes <paramref name="watcher"/> out of line.</summary>
    /// <returns>False if it was roused, or is just being roused.</returns>
    internal bool TryUnwatch(LineNode watcher)
    {
        Gate.Enter();
        bool removed = TryRemoveWatcher(watcher);
        Gate.Exit();
        return removed;
    }

    /// <summary>Who needs the gates of several enters them in the order of their ranks.</summary>
    internal long Rank
    {
        get
        {
            if (Volatile.Read(ref _rank) == 0) Interlocked.CompareExchange(ref _rank, Interlocked.Increment(ref s_lastRank), 0);
            return Volatile.Read(ref _rank);
        }
    }

    /// <inheritdoc cref="IsReadyNow"/>
    internal bool IsReadyInGate => IsReadyNow;

    internal void EnterGate() => Gate.Enter();

    internal void ExitGate() => Gate.Exit();

    /// <summary>Takes those out of line who wait to see this ready, once it is. Called under the gate.</summary>
    private protected void ServeWatchers(ref RouseList roused)
    {
        while (_watchers.Serve() is { } watcher) roused.Add(watcher);
    }
}
