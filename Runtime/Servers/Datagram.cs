using System.Net;

namespace CoGen.Servers;

/// <summary>What has come to a <see cref="DatagramServer"/>.</summary>
public sealed class Datagram : IArrival
{
    internal Datagram(DatagramServer server, byte[] data, EndPoint remoteEndPoint)
    {
        Server = server;
        Data = data;
        RemoteEndPoint = remoteEndPoint;
    }

    /// <summary>The server.</summary>
    public DatagramServer Server { get; }

    /// <summary>What it says.</summary>
    public ReadOnlyMemory<byte> Data { get; }

    /// <summary>Who has sent it.</summary>
    public EndPoint RemoteEndPoint { get; }

    /// <summary>Sends an answer to who has sent it.</summary>
    /// <param name="data">What to send.</param>
    /// <returns>How many bytes were sent.</returns>
    /// <exception cref="System.Net.Sockets.SocketException">It could not be sent.</exception>
    /// <inheritdoc cref="Fiber.Join()" path="/exception"/>
    public int Reply(ReadOnlySpan<byte> data) => Server.SendTo(data, RemoteEndPoint);

    /// <inheritdoc cref="Reply"/>
    public Coroutine<int> ReplyAsync(ReadOnlyMemory<byte> data) => Server.SendToAsync(data, RemoteEndPoint);

    Coroutine IArrival.ServeAsync() => Server.Handle(this);

    void IArrival.GivenTo(Fiber handler)
    {
    }

    void IArrival.Refuse()
    {
    }
}
