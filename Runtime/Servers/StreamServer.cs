using System.Net.Sockets;
using System.Runtime.CompilerServices;
using CoGen.CompilerServices;

namespace CoGen.Servers;

/// <summary>
/// Accepts connections at an address, and runs a handler in plain blocking style for each, in a fiber of its own: the counterpart of gevent's
/// <c>StreamServer</c>.
/// </summary>
/// <example>
/// <code>
/// new StreamServer(7000, Echo).ServeForever();
///
/// [Coroutine]
/// static void Echo(Connection client) => client.CopyTo(client);
/// </code>
/// </example>
/// <remarks>
/// What was accepted is answered, or closed for a <see cref="ConnectionEnd">reason</see> that <see cref="ConnectionEnded"/> tells.
/// <para><inheritdoc cref="SocketServer" path="/remarks"/></para>
/// </remarks>
public sealed class StreamServer : SocketServer
{
    private readonly HashSet<Connection> _connections = [];
    private readonly Func<Connection, Coroutine> _handler;
    private readonly StreamServerOptions _options;

    /// <summary>Creates a server, and does not start it.</summary>
    /// <param name="address">Where it is to listen.</param>
    /// <param name="handler">What is run for each connection, which is closed when it returns. A method tagged <see cref="CoroutineAttribute">[Coroutine]</see> runs as its twin.</param>
    /// <param name="options">How it is done; the defaults if null.</param>
    /// <exception cref="ArgumentException">The options contradict each other, or the address.</exception>
    public StreamServer(ServerAddress address, [CoroutineEntry] Action<Connection> handler, StreamServerOptions? options = null)
        : this(address, Twin.Of(handler), options)
    {
    }

    /// <inheritdoc cref="StreamServer(ServerAddress, Action{Connection}, StreamServerOptions)"/>
    [OverloadResolutionPriority(1)]
    public StreamServer(ServerAddress address, Func<Connection, Coroutine> handler, StreamServerOptions? options = null)
        : base(address, SocketType.Stream, options ?? new StreamServerOptions())
    {
        ArgumentNullException.ThrowIfNull(handler);
        _handler = handler;
        _options = (StreamServerOptions)Options;
    }

    /// <summary>Raised when a connection has ended and is closed, once for each that was accepted, in the fiber of its handler.</summary>
    public event EventHandler<ConnectionEndedEventArgs>? ConnectionEnded;

    /// <summary>The connections that are open at this moment, in no order.</summary>
    public IReadOnlyCollection<Connection> Connections
    {
        get
        {
            lock (_connections) return [.. _connections];
        }
    }

    internal Coroutine Handle(Connection connection) => _handler(connection);

    /// <returns>Whether it was known.</returns>
    internal bool Forget(Connection connection)
    {
        lock (_connections) return _connections.Remove(connection);
    }

    internal void Tell(Connection connection, ConnectionEnd reason, Exception? error) => ConnectionEnded?.Invoke(this, new ConnectionEndedEventArgs(connection, reason, error));

    private protected override async Coroutine<IArrival> TakeAsync(CancellationToken cancellationToken) =>
        Welcome(await Socket.AcceptAsync(Co.TokenOr(cancellationToken)));

    private protected override IArrival? TakeLast()
    {
        try
        {
            Socket.Blocking = false;
            return Welcome(Socket.Accept());
        }
        catch (Exception error) when (error is SocketException or ObjectDisposedException)
        {
            return null;
        }
    }

    private protected override void Abort()
    {
        foreach (Connection connection in Connections) connection.Abort();
    }

    private Connection Welcome(Socket socket)
    {
        try
        {
            socket.Blocking = true;
            if (_options.NoDelay && socket.ProtocolType == ProtocolType.Tcp) SendAtOnce(socket);
            Connection connection = new(this, socket, _options);
            lock (_connections) _connections.Add(connection);
            return connection;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static void SendAtOnce(Socket socket)
    {
        try
        {
            socket.NoDelay = true;
        }
        catch (SocketException)
        {
            // Some systems refuse where the client has gone already. That is no error of the server's: the handler will see it.
        }
    }
}
