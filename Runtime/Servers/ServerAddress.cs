using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace CoGen.Servers;

/// <summary>
/// Where a server listens. Made of a port, of a text, of an <see cref="EndPoint"/> or of a socket that is bound already, by implicit conversion: all of
/// <c>new StreamServer(8080, …)</c>, <c>new StreamServer("[::1]:8080", …)</c> and <c>new StreamServer("unix:/run/app.sock", …)</c> are meant so.
/// </summary>
/// <remarks>
/// <list type="table">
/// <item><term><c>8080</c>, <c>":8080"</c>, <c>"*:8080"</c></term><description>all addresses of the machine, IPv6 and IPv4 in one socket where there is IPv6</description></item>
/// <item><term><c>"127.0.0.1:8080"</c>, <c>"[::1]:8080"</c></term><description>this address, of its own family only</description></item>
/// <item><term><c>"localhost:8080"</c></term><description>the first address that the name has when the server starts</description></item>
/// <item><term><c>"unix:/run/app.sock"</c></term><description>a Unix domain socket</description></item>
/// </list>
/// Port 0 is one that the system chooses: see <see cref="SocketServer.Port"/>. An address is immutable.
/// </remarks>
public sealed class ServerAddress
{
    private const string UnixPrefix = "unix:";

    private readonly string _text;

    private ServerAddress(string text) => _text = text;

    /// <summary>The socket that is bound already, if it was given one.</summary>
    internal Socket? Socket { get; private init; }

    /// <summary>The address; null if it was given a socket.</summary>
    internal EndPoint? EndPoint { get; private init; }

    /// <summary>Whether IPv6 and IPv4 are listened to by one socket.</summary>
    internal bool IsDual { get; private init; }

    /// <summary>The addresses of the machine at a port.</summary>
    /// <param name="port">The port; 0 for one that the system chooses.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is no port.</exception>
    public static implicit operator ServerAddress(int port)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(port, IPEndPoint.MinPort);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(port, IPEndPoint.MaxPort);
        return Any(port);
    }

    /// <summary>What a text says.</summary>
    /// <param name="text">The text: see the remarks of the type.</param>
    /// <exception cref="FormatException">It says nothing that is known.</exception>
    public static implicit operator ServerAddress(string text) => Parse(text);

    /// <summary>An address.</summary>
    /// <param name="endPoint">An <see cref="IPEndPoint"/>, a <see cref="DnsEndPoint"/> or a <see cref="UnixDomainSocketEndPoint"/>.</param>
    public static implicit operator ServerAddress(EndPoint endPoint)
    {
        ArgumentNullException.ThrowIfNull(endPoint);
        return new ServerAddress(TextOf(endPoint)) { EndPoint = endPoint };
    }

    /// <summary>A socket that is bound already. The server closes it when it stops.</summary>
    /// <param name="socket">The socket.</param>
    /// <exception cref="ArgumentException">The socket is not bound.</exception>
    public static implicit operator ServerAddress(Socket socket)
    {
        ArgumentNullException.ThrowIfNull(socket);
        if (!socket.IsBound) throw new ArgumentException("The socket is not bound: a server takes one that is, or an address.", nameof(socket));
        return new ServerAddress(socket.LocalEndPoint is { } local ? TextOf(local) : "a socket") { Socket = socket };
    }

    /// <summary>What a text says.</summary>
    /// <param name="text">The text: see the remarks of the type.</param>
    /// <returns>The address.</returns>
    /// <exception cref="FormatException">It says nothing that is known.</exception>
    public static ServerAddress Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.StartsWith(UnixPrefix, StringComparison.Ordinal)) return new UnixDomainSocketEndPoint(text[UnixPrefix.Length..]);

        // The port alone first: to IPAddress, 8080 is 0.0.31.144.
        if (TryPort(text, out int port)) return port;
        int colon = text.LastIndexOf(':');
        if (colon < 0 || !TryPort(text[(colon + 1)..], out port)) throw Unknown(text);

        string host = text[..colon];
        if (host is "" or "*") return port;
        if (host is ['[', .. string address, ']']) return IPAddress.TryParse(address, out IPAddress? six) ? new IPEndPoint(six, port) : throw Unknown(text);
        if (host.Contains(':')) throw Unknown(text);
        return IPAddress.TryParse(host, out IPAddress? four) ? new IPEndPoint(four, port) : new DnsEndPoint(host, port);
    }

    /// <summary>The address, in the form in which it is written.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => _text;

    /// <summary>An address as it is written; what has none, as a client of a Unix domain socket, is told by its kind.</summary>
    internal static string TextOf(EndPoint endPoint) => endPoint switch
    {
        UnixDomainSocketEndPoint unix => $"{UnixPrefix}{unix}",
        DnsEndPoint name => $"{name.Host}:{name.Port}",
        _ => endPoint.ToString() ?? endPoint.GetType().Name,
    };

    private static ServerAddress Any(int port) => Socket.OSSupportsIPv6
        ? new ServerAddress($"*:{port}") { EndPoint = new IPEndPoint(IPAddress.IPv6Any, port), IsDual = true }
        : new ServerAddress($"*:{port}") { EndPoint = new IPEndPoint(IPAddress.Any, port) };

    private static bool TryPort(string text, out int port) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out port) && port <= IPEndPoint.MaxPort;

    private static FormatException Unknown(string text) => new($"'{text}' is no address of a server. Write a port, host:port, [IPv6]:port, *:port or unix:path.");
}
