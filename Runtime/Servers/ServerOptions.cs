namespace CoGen.Servers;

/// <summary>How a server takes what comes, and where its handlers run. It is read when the server is made.</summary>
/// <remarks>
/// At most one of <see cref="Limit"/>, <see cref="Group"/>, <see cref="IsInline"/> and <see cref="Spawner"/> may be given. Without any, each handler is a
/// fiber of its own, and there may be any number.
/// </remarks>
public class ServerOptions
{
    /// <summary>How many handlers may run at once. With all of them busy the server takes nothing more: clients wait in the system's queue.</summary>
    public int? Limit { get; init; }

    /// <summary>A pool, or group, in which the handlers run, among others. Of a <see cref="CoPool"/> that is full the server waits for a slot before it takes anything.</summary>
    public FiberGroup? Group { get; init; }

    /// <summary>Whether handlers run in the server's own fiber, one after another: gevent's <c>spawn=None</c>.</summary>
    public bool IsInline { get; init; }

    /// <summary>
    /// What spawns the fiber of a handler: it is given what the fiber is to run. If it throws, the client is dropped, the error is
    /// told by <see cref="SocketServer.ErrorOccurred"/>, and the server goes on after a delay.
    /// </summary>
    public Func<Func<Coroutine>, Fiber>? Spawner { get; init; }

    /// <summary>Where the server and its handlers run; null for the scheduler that is current when it is started.</summary>
    public Scheduler? Scheduler { get; init; }

    /// <summary>How many connections the system may keep until they are accepted; null for as many as it allows. Not to be given with a socket that is bound already.</summary>
    public int? Backlog { get; init; }

    /// <summary>How many arrivals the server takes in a row, when they are there already, before others have their turn: gevent's <c>max_accept</c>.</summary>
    public int MaximumInARow { get; init; } = 100;

    /// <summary>How long the server waits after an error, by its scheduler's clock; twice as long after the next, up to <see cref="MaximumDelay"/>.</summary>
    public TimeSpan MinimumDelay { get; init; } = TimeSpan.FromMilliseconds(10);

    /// <summary>How long the server waits after one of many errors in a row.</summary>
    public TimeSpan MaximumDelay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long <see cref="SocketServer.Stop()"/> waits for handlers before it kills them; and then once more for those that were killed.</summary>
    public TimeSpan StopTimeout { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>What others may do with the path of a Unix domain socket; null for what the process's mask leaves.</summary>
    public UnixFileMode? UnixFileMode { get; init; }

    internal virtual void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Limit ?? 1, 1, nameof(Limit));
        ArgumentOutOfRangeException.ThrowIfLessThan(Backlog ?? 1, 1, nameof(Backlog));
        ArgumentOutOfRangeException.ThrowIfLessThan(MaximumInARow, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(MinimumDelay, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaximumDelay, MinimumDelay);
        _ = Time.Require(StopTimeout);
        int ways = (Limit is null ? 0 : 1) + (Group is null ? 0 : 1) + (IsInline ? 1 : 0) + (Spawner is null ? 0 : 1);
        if (ways > 1) throw new ArgumentException($"Only one of {nameof(Limit)}, {nameof(Group)}, {nameof(IsInline)} and {nameof(Spawner)} can say where handlers run.");
    }
}
