using CoGen.Servers;

namespace CoGen.Examples;

/// <summary>Sends back what it gets, to any number of clients at once, on one thread. Through its backdoor one looks in.</summary>
internal static partial class EchoServer
{
    [Coroutine]
    internal static int Serve(string[] args)
    {
        using StreamServer server = new(args is [string address, ..] ? address : "127.0.0.1:7000", Echo);
        server.Start();
        using BackdoorServer? backdoor = args is [_, string door] ? new BackdoorServer(door) : null;
        backdoor?.AddCommand("clients", "how many there are", _ => $"{server.Connections.Count}");
        backdoor?.Start();
        Console.WriteLine($"listening at {server.LocalEndPoint}");
        server.ServeForever();
        return 0;
    }

    [Coroutine]
    private static void Echo(Connection client)
    {
        byte[] buffer = new byte[4096];
        int count;
        while ((count = client.Read(buffer)) > 0) client.Write(buffer, 0, count);
    }
}
