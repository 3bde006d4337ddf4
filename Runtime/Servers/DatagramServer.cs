using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using CoGen.CompilerServices;

namespace CoGen.Servers;

/// <summary>
/// Receives datagrams at an address, and runs a handler in plain blocking style for each, in a fiber of its own: the counterpart of gevent's
/// <c>DatagramServer</c>.
/// </summary>
/// <example>
/// <code>
/// new DatagramServer(7000, Echo).ServeForever();
///
/// [Coroutine]
/// static void Echo(Datagram received) => received.Reply(received.Data.Span);
/// </code>
/// </example>
/// <inheritdoc cref="SocketServer" path="/remarks"/>
public sealed class DatagramServer : SocketServer
{
    private readonly Func<Datagram, Coroutine> _handler;
    private readonly byte[] _buffer = new byte[ushort.MaxValue];

    /// <summary>Creates a server, and does not start it.</summary>
    /// <param name="address">Where it is to receive.</param>
    /// <param name="handler">What is run for each datagram. A method tagged <see cref="CoroutineAttribute">[Coroutine]</see> runs as its twin.</param>
    /// <param name="options">How it is done; the defaults if null. There is no backlog.</param>
    /// <exception cref="ArgumentException">The options contradict each other.</exception>
    public DatagramServer(ServerAddress address, [CoroutineEntry] Action<Datagram> handler, ServerOptions? options = null)
        : this(address, Twin.Of(handler), options)
    {
    }

    /// <inheritdoc cref="DatagramServer(ServerAddress, Action{Datagram}, ServerOptions)"/>
    [OverloadResolutionPriority(1)]
    public DatagramServer(ServerAddress address, Func<Datagram, Coroutine> handler, ServerOptions? options = null)
        : base(address, SocketType.Dgram, options ?? new ServerOptions())
    {
        ArgumentNullException.ThrowIfNull(handler);
        _handler = handler;
    }

    /// <summary>Sends a datagram from the server's address.</summary>
    /// <param name="data">What to send.</param>
    /// <param name="remoteEndPoint">Where to.</param>
    /// <returns>How many bytes were sent.</returns>
    /// <exception cref="InvalidOperationException">The server is not started.</exception>
    /// <exception cref="SocketException">It could not be sent.</exception>
    /// <exception cref="ObjectDisposedException">The server was stopped.</exception>
    /// <inheritdoc cref="Fiber.Join()" path="/exception"/>
    public int SendTo(ReadOnlySpan<byte> data, EndPoint remoteEndPoint)
    {
        using MainTurn turn = MainTurn.Begin("DatagramServer.SendTo");
        return turn.Wait(SendToAsync(data.ToArray(), remoteEndPoint));
    }

    /// <inheritdoc cref="SendTo"/>
    public async Coroutine<int> SendToAsync(ReadOnlyMemory<byte> data, EndPoint remoteEndPoint)
    {
        ArgumentNullException.ThrowIfNull(remoteEndPoint);
        if (LocalEndPoint is null) throw new InvalidOperationException($"{this} is not started.");
        return await Fair.Await(Socket.SendToAsync(data, SocketFlags.None, remoteEndPoint, Co.Token));
    }

    internal Coroutine Handle(Datagram datagram) => _handler(datagram);

    // One fiber receives at a time, so that there is one buffer.
    private protected override async Coroutine<IArrival> TakeAsync(CancellationToken cancellationToken)
    {
        EndPoint anybody = Socket.AddressFamily switch
        {
            AddressFamily.InterNetwork => new IPEndPoint(IPAddress.Any, 0),
            AddressFamily.InterNetworkV6 => new IPEndPoint(IPAddress.IPv6Any, 0),
            _ => new UnixDomainSocketEndPoint(" "),
        };
        SocketReceiveFromResult received = await Socket.ReceiveFromAsync(_buffer.AsMemory(), SocketFlags.None, anybody, Co.TokenOr(cancellationToken));
        return new Datagram(this, _buffer[..received.ReceivedBytes], received.RemoteEndPoint);
    }
}
