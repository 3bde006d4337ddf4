using System.Net.Sockets;
using CoGen.Servers;

namespace CoGen.Examples;

/// <summary>Passes each connection on to another server, both ways, until both have said all.</summary>
internal sealed partial class PortForwarder(string host, int port)
{
    [Coroutine]
    internal static int Serve(string[] args)
    {
        PortForwarder forwarder = new(args[1], int.Parse(args[2]));
        using StreamServer server = new(args[0], forwarder.Forward);
        server.Start();
        Console.WriteLine($"listening at {server.LocalEndPoint}");
        server.ServeForever();
        return 0;
    }

    [Coroutine]
    private void Forward(Connection client)
    {
        using TcpClient target = new();
        try
        {
            target.Connect(host, port);
        }
        catch (SocketException error)
        {
            Console.WriteLine($"{client.RemoteEndPoint}: {error.Message}");
            return;
        }

        // The end of the connection ends whichever direction still waits.
        Fiber back = Co.Spawn(Pump, (Stream)target.GetStream(), (Stream)client, client.Socket);
        try
        {
            Pump(client, target.GetStream(), target.Client);
            back.Join();
        }
        finally
        {
            back.Cancel();
        }
    }

    [Coroutine]
    private static void Pump(Stream from, Stream to, Socket told)
    {
        try
        {
            from.CopyTo(to);
            told.Shutdown(SocketShutdown.Send);
        }
        catch (Exception error) when (error is IOException or SocketException or ObjectDisposedException)
        {
            // One of them has gone: so has the other, for each other.
            from.Close();
            to.Close();
        }
    }
}
