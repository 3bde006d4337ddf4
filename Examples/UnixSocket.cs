using System.Net.Sockets;
using CoGen.Servers;

namespace CoGen.Examples;

/// <summary>A server at a Unix domain socket and its client, two fibers of one thread. A path that a dead process has left is taken over, and gone at the end.</summary>
internal static partial class UnixSocket
{
    [Coroutine]
    internal static int Talk(string[] args)
    {
        using StreamServer server = new($"unix:{args[0]}", Greet);
        server.Start();

        using Socket socket = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Connect(new UnixDomainSocketEndPoint(args[0]));
        using StreamReader reader = new(new NetworkStream(socket));
        socket.Send("world\n"u8);
        Console.WriteLine(reader.ReadToEnd());
        return 0;
    }

    [Coroutine]
    private static void Greet(Connection client)
    {
        using StreamReader reader = new(client, leaveOpen: true);
        using StreamWriter writer = new(client, leaveOpen: true);
        writer.Write($"hello {reader.ReadLine()}");
    }
}
