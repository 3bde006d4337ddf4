using System.ComponentModel;
using System.Diagnostics;
using CoGen.CompilerServices;

namespace CoGen;

/// <summary>
/// One spawned coroutine: the counterpart of gevent's <c>Greenlet</c>. Get one from <see cref="Co.Spawn(Action)"/>.
/// </summary>
/// <remarks>
/// A fiber is a handle, cheap to copy and to compare; it stays valid for ever and may be used from any thread, though not
/// written to and read by two threads at once without synchronization. The default value is no fiber: all but
/// comparing it throws <see cref="InvalidOperationException"/>.
/// </remarks>
[DebuggerDisplay("{DebuggerDisplay,nq}")]
[DebuggerTypeProxy(typeof(FiberDebugView))]
public readonly partial struct Fiber : IEquatable<Fiber>
{
    private readonly FiberCore? _core;
    private readonly long _id;

    internal Fiber(FiberCore core, long id)
    {
        _core = core;
        _id = id;
    }

    /// <summary>A number that no other fiber of the process ever has.</summary>
    public long Id => _id;

    /// <summary>A name for people: what <see cref="Named"/> gave it, else <c>Fiber-</c> and the id.</summary>
    public string Name
    {
        get
        {
            string? name = LiveCore?.Name;
            return LiveCore is null ? $"Fiber-{_id}" : name!;
        }
    }

    /// <summary>Where the fiber stands in its life.</summary>
    public FiberState State
    {
        get
        {
            FiberState state = LiveCore?.State ?? FiberState.Succeeded;
            return LiveCore is null ? FiberState.Succeeded : state;
        }
    }

    /// <summary>Whether the fiber has ended, in whatever way.</summary>
    public bool IsFinished => LiveCore is not { } core || core.IsFinished || core.Id != _id;

    /// <summary>The error the fiber ended with; null while it has not ended, and if it ended normally or was killed.</summary>
    public Exception? Exception
    {
        get
        {
            Exception? error = LiveCore?.Error;
            return LiveCore is null ? null : error;
        }
    }

    /// <summary>
    /// A token that is cancelled when the fiber is killed; for a fiber that has ended, one that is cancelled. After the kill
    /// was delivered it is a new one. The fiber itself, which may be in a <see cref="TimeoutScope"/>, waits with <see cref="Co.Token"/>.
    /// </summary>
    public CancellationToken Token => LiveCore is { IsFinished: false } core ? core.KillTokenOf(_id) : new CancellationToken(canceled: true);

    /// <summary>
    /// The core, while it still lives this fiber's life; null if it has gone on, which only a success allows. It may go on at
    /// any moment when seen from another thread, so what was read off the core counts only if this is asked again afterwards.
    /// </summary>
    internal FiberCore? LiveCore
    {
        get
        {
            FiberCore core = _core ?? throw new InvalidOperationException("This is the default Fiber, which is none. Co.Spawn returns one.");
            return core.Id == _id ? core : null;
        }
    }

    /// <summary>The core, whose life may be another one by now.</summary>
    internal FiberCore AnyCore => _core!;

    /// <summary>Where the fiber is; null if it has ended.</summary>
    internal Scheduler? SchedulerOrNull => LiveCore?.Scheduler;

    private string DebuggerDisplay => _core is null ? "(no fiber)" : $"{Name}: {State}";

    /// <summary>Gives the fiber a name for people, which dumps and error reports show.</summary>
    /// <param name="name">The name.</param>
    /// <returns>This fiber.</returns>
    public Fiber Named(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (LiveCore?.LiveExtras(_id) is { } extras) extras.Name = name;
        return this;
    }

    /// <summary>
    /// Says that nobody waits for what the fiber does: <see cref="Co.WhenIdle()"/> is over even while it sleeps. The counterpart
    /// of gevent's <c>ref=False</c>.
    /// </summary>
    /// <returns>This fiber.</returns>
    public Fiber InBackground()
    {
        if (LiveCore?.LiveExtras(_id) is { } extras) extras.IsInBackground = true;
        return this;
    }

    /// <summary>Waits until the fiber has ended. Its error, if any, is not thrown: see <see cref="Exception"/>.</summary>
    /// <exception cref="DeadlockException">Nothing can ever end the fiber.</exception>
    /// <exception cref="BlockingCallException">Called in a fiber, by code that was not rewritten.</exception>
    public void Join()
    {
        if (IsFinished) return;
        using MainTurn turn = MainTurn.Begin("Fiber.Join");
        turn.Wait(JoinAsync());
    }

    /// <summary>Waits until the fiber has ended, but no longer than <paramref name="timeout"/>.</summary>
    /// <param name="timeout">How long to wait at most; <see cref="Timeout.InfiniteTimeSpan"/> for ever.</param>
    /// <returns>Whether the fiber has ended.</returns>
    /// <inheritdoc cref="Join()" path="/exception"/>
    public bool Join(TimeSpan timeout)
    {
        if (IsFinished) return true;
        using MainTurn turn = MainTurn.Begin("Fiber.Join");
        return turn.Wait(JoinAsync(timeout));
    }

    /// <inheritdoc cref="Join()"/>
    public Coroutine JoinAsync() => FiberJoin.Start(this, Timeout.InfiniteTimeSpan).WithoutResult();

    /// <inheritdoc cref="Join(TimeSpan)"/>
    public Coroutine<bool> JoinAsync(TimeSpan timeout)
    {
        return FiberJoin.Start(this, Time.Require(timeout));
    }

    /// <summary>Gets a task that ends when the fiber ends, with its error if there is one.</summary>
    /// <returns>The task.</returns>
    public Task AsTask() => FiberJoin.OutcomeAsync(this).AsTask();

    /// <summary>Awaits the end of the fiber, and throws its error if there is one.</summary>
    /// <returns>The awaiter.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public CoroutineAwaiter GetAwaiter() => FiberJoin.OutcomeAsync(this).GetAwaiter();

    /// <inheritdoc/>
    public bool Equals(Fiber other) => _core == other._core && _id == other._id;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Fiber other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _id.GetHashCode();

    /// <summary>Gets the name.</summary>
    /// <returns>The name.</returns>
    public override string ToString() => _core is null ? "(no fiber)" : Name;

    /// <summary>Whether two handles are of the same fiber.</summary>
    /// <param name="left">One handle.</param>
    /// <param name="right">The other.</param>
    public static bool operator ==(Fiber left, Fiber right) => left.Equals(right);

    /// <summary>Whether two handles are of different fibers.</summary>
    /// <inheritdoc cref="op_Equality"/>
    public static bool operator !=(Fiber left, Fiber right) => !left.Equals(right);
}
