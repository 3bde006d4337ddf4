using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace CoGen.Servers;

/// <summary>
/// Listens at an address and runs a handler in a fiber for each that comes: the common part of <see cref="StreamServer"/> and
/// <see cref="DatagramServer"/>, and the counterpart of gevent's <c>BaseServer</c>.
/// </summary>
/// <remarks>
/// A server is started once, and is over when it was stopped. Its fibers are those of one scheduler: on a loop they run while that is run, by
/// <see cref="ServeForever"/> or by whatever else waits there. All members may be called from any thread.
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
public abstract partial class SocketServer : IDisposable, IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly CoEvent _stopped = new();
    private readonly ServerAddress _address;
    private readonly SocketType _type;

    /// <summary>The handlers that run, but those that run inline.</summary>
    private readonly FiberGroup _handlers;

    private Socket? _socket;
    private EndPoint? _localEndPoint;
    private Scheduler? _scheduler;
    private volatile State _state;
    private long _taken;

    private protected SocketServer(ServerAddress address, SocketType type, ServerOptions options)
    {
        ArgumentNullException.ThrowIfNull(address);
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        if (options.Backlog is not null && address.Socket is not null)
        {
            throw new ArgumentException("A backlog cannot be given with a socket that is bound already: say it when that begins to listen.", nameof(options));
        }

        _address = address;
        _type = type;
        Options = options;
        _handlers = options.Limit is { } limit ? new CoPool(limit) : new CoGroup();
    }

    private enum State : byte
    {
        Created,
        Starting,
        Started,
        Stopping,
        Stopped,
    }

    /// <summary>
    /// Raised when something could not be taken from the socket, or no handler could be started for it, in the server's fiber. Without a handler
    /// the error is written to <see cref="Console.Error"/>, and so is what a handler of the event throws: the server lives on. Errors of handlers are those of their fibers: see <see cref="Scheduler.FiberFailed"/>.
    /// </summary>
    public event EventHandler<ServerErrorEventArgs>? ErrorOccurred;

    /// <summary>Whether the server was started, and not stopped since.</summary>
    public bool IsStarted => _state == State.Started;

    /// <summary>Whether the server was stopped, and is over.</summary>
    public bool IsStopped => _state == State.Stopped;

    /// <summary>Where the server listens, with the port that the system has chosen; null before it is started. It stays known after the end.</summary>
    public EndPoint? LocalEndPoint => Volatile.Read(ref _localEndPoint);

    /// <summary>The port that the server listens at; 0 before it is started, and for one that has none.</summary>
    public int Port => LocalEndPoint is IPEndPoint { Port: int port } ? port : 0;

    /// <summary>How many connections, or datagrams, the server has taken.</summary>
    public long TakenCount => Interlocked.Read(ref _taken);

    /// <summary>How many handlers run in fibers of their own.</summary>
    public int HandlerCount => _handlers.Count;

    /// <summary>Ready once the server is over: for <see cref="Co.WaitAny(Waitable[])"/> and its kin.</summary>
    public Waitable Stopped => _stopped;

    private protected ServerOptions Options { get; }

    private protected Socket Socket => _socket!;

    /// <summary>The kind of the server, and where it listens.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{GetType().Name} {(LocalEndPoint is { } local ? ServerAddress.TextOf(local) : _address)}";

    /// <summary>Takes the next that comes. Ends with an <see cref="OperationCanceledException"/> by the token or a kill.</summary>
    private protected abstract Coroutine<IArrival> TakeAsync(CancellationToken cancellationToken);

    /// <summary>Takes what is there already when the server stops; null if there is nothing.</summary>
    private protected virtual IArrival? TakeLast() => null;

    /// <summary>Ends, without any more ado, what handlers still do with their clients.</summary>
    private protected virtual void Abort()
    {
    }

    private void Report(Exception error, bool isFatal)
    {
        string outcome = isFatal ? "closes" : "goes on";
        if (ErrorOccurred is not { } handlers)
        {
            // The error may be that the process can open no more files, and to write down a stack, its first, opens some. That of an accept tells nothing anyway.
            WriteDown($"{this} {outcome} after an error: {(error is SocketException ? error.Message : error)}");
            return;
        }

        try
        {
            handlers(this, new ServerErrorEventArgs(error, isFatal));
        }
        catch (Exception thrown)
        {
            WriteDown($"{this} {outcome} after an error, '{error.Message}', and one of a handler of {nameof(ErrorOccurred)}: {thrown}");
        }
    }

    private static void WriteDown(string message)
    {
        try
        {
            Console.Error.WriteLine(message);
        }
        catch (Exception unwritten) when (unwritten is IOException or OutOfMemoryException)
        {
            // A server lives on without being heard.
        }
    }
}
