using System.Net.Sockets;
using CoGen.Servers;

namespace CoGen.Examples;

/// <summary>A proxy for browsers: requests for <c>http://</c>, one for each connection, and tunnels for everything else (<c>CONNECT</c>).</summary>
internal static partial class WebProxy
{
    [Coroutine]
    internal static int Serve(string[] args)
    {
        using StreamServer server = new(args is [string address] ? address : "127.0.0.1:7002", Handle, new StreamServerOptions { Limit = 1000, IdleTimeout = TimeSpan.FromMinutes(1) });
        server.Start();
        Console.WriteLine($"listening at {server.LocalEndPoint}");
        server.ServeForever();
        return 0;
    }

    [Coroutine]
    private static void Handle(Connection client)
    {
        string[] head = ReadHead(client);
        if (head is not [string request, ..] || request.Split(' ') is not [string method, string target, string version])
        {
            Say(client, "HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n");
            return;
        }

        bool isTunnel = method == "CONNECT";
        if (!Uri.TryCreate(isTunnel ? $"tunnel://{target}" : target, UriKind.Absolute, out Uri? uri))
        {
            Say(client, "HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n");
            return;
        }

        Console.WriteLine($"{method} {target}");
        using TcpClient server = new();
        try
        {
            server.Connect(uri.Host, uri.Port);
        }
        catch (SocketException)
        {
            Say(client, "HTTP/1.1 502 Bad Gateway\r\nConnection: close\r\n\r\n");
            return;
        }

        NetworkStream stream = server.GetStream();
        if (isTunnel) Say(client, $"{version} 200 Connection established\r\n\r\n");
        else Say(stream, $"{method} {uri.PathAndQuery} HTTP/1.1\r\n{string.Concat(head.Skip(1).Where(IsForServer).Select(line => $"{line}\r\n"))}Connection: close\r\n\r\n");

        Fiber there = Co.Spawn(Pass, (Stream)client, (Stream)stream, server.Client);
        try
        {
            stream.CopyTo(client);
        }
        finally
        {
            there.Kill();
        }
    }

    [Coroutine]
    private static void Pass(Stream from, Stream to, Socket told)
    {
        try
        {
            from.CopyTo(to);
            told.Shutdown(SocketShutdown.Send);
        }
        catch (Exception error) when (error is IOException or SocketException or ObjectDisposedException)
        {
            // What comes back ends by this, too.
            to.Close();
        }
    }

    /// <summary>Reads up to the empty line, byte by byte: what follows is not ours.</summary>
    [Coroutine]
    private static string[] ReadHead(Connection client)
    {
        const int Most = 16 * 1024;
        List<byte> head = [];
        while (head.Count < Most && client.ReadByte() is >= 0 and int next)
        {
            head.Add((byte)next);
            if (next == '\n' && head.Count >= 4 && head[^2] == '\r' && head[^3] == '\n') return System.Text.Encoding.Latin1.GetString([.. head]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        }

        return [];
    }

    [Coroutine]
    private static void Say(Stream to, string text) => to.Write(System.Text.Encoding.Latin1.GetBytes(text));

    private static bool IsForServer(string line) =>
        !line.StartsWith("Proxy-", StringComparison.OrdinalIgnoreCase) && !line.StartsWith("Connection:", StringComparison.OrdinalIgnoreCase);
}
