using System.Net.Sockets;
using CoGen.CompilerServices;

namespace CoGen.Patches;

/// <summary>What the blocking constructor of a <see cref="TcpClient"/> becomes in a coroutine.</summary>
public static class TcpClientPatches
{
    /// <inheritdoc cref="TcpClient(string, int)"/>
    /// <returns>The client, connected.</returns>
    public static async Coroutine<TcpClient> NewAsync(string hostname, int port)
    {
        // It refuses them before it does anything.
        if (hostname is null || port is < 0 or > ushort.MaxValue) return new TcpClient(hostname!, port);

        TcpClient client = new();
        try
        {
            await Fair.Await(client.ConnectAsync(hostname, port, Co.Token));
        }
        catch
        {
            client.Dispose();
            throw;
        }

        return client;
    }
}
