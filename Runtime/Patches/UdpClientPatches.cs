using System.Net;
using System.Net.Sockets;

namespace CoGen.Patches;

/// <summary>What the blocking calls of a <see cref="UdpClient"/> become in a coroutine.</summary>
/// <inheritdoc cref="SocketPatches" path="/remarks"/>
public static class UdpClientPatches
{
    /// <inheritdoc cref="UdpClient.Receive(ref IPEndPoint)"/>
    /// <param name="client">The client.</param>
    public static async Coroutine<byte[]> ReceiveAsync(UdpClient client, Ref<IPEndPoint?> remoteEP)
    {
        if (client.Client is not { Blocking: true } socket) return client.Receive(ref remoteEP.Target);

        using IoLimit limit = IoLimit.Of(socket.ReceiveTimeout);
        try
        {
            UdpReceiveResult result = await limit.Await(client.ReceiveAsync(limit.Token));
            remoteEP.Value = result.RemoteEndPoint;
            return result.Buffer;
        }
        catch (OperationCanceledException) when (limit.HasExpired)
        {
            throw new SocketException((int)SocketError.TimedOut);
        }
    }
}
