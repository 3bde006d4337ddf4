using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CoGen.Sample.Mods;

/// <summary>A small HTTP server on loopback, one thread per connection: slow on purpose, and it resets one download half-way.</summary>
internal sealed class ModServer : IDisposable
{
    public const string IndexPath = "/index";

    private const int ChunkSize = 64 * 1024;
    private const int ChunkPauseMs = 10;

    private readonly TcpListener _listener = new(IPAddress.Loopback, port: 0);
    private readonly Dictionary<string, ModFile> _files;
    private readonly string _index;

    public ModServer(IReadOnlyList<ModFile> files)
    {
        _files = files.ToDictionary(file => "/" + file.Mod.Name);
        _index = string.Join('\n', files.Select(file => file.Mod.ToIndexLine()));
        _listener.Start(backlog: files.Count);
        new Thread(Accept) { IsBackground = true, Name = "accept" }.Start();
    }

    public Uri Address => new($"http://{_listener.LocalEndpoint}");

    public void Dispose() => _listener.Stop();

    private void Accept()
    {
        try
        {
            while (true)
            {
                TcpClient client = _listener.AcceptTcpClient();
                new Thread(() => Serve(client)) { IsBackground = true, Name = "connection" }.Start();
            }
        }
        catch (SocketException)
        {
            // The listener was stopped.
        }
    }

    private void Serve(TcpClient client)
    {
        try
        {
            using (client)
                Answer(client.Client, ReadPath(client.GetStream()));
        }
        catch (IOException)
        {
            // The other side left.
        }
        catch (SocketException)
        {
            // The other side left.
        }
    }

    private static string ReadPath(NetworkStream stream)
    {
        StreamReader reader = new(stream, Encoding.ASCII);
        string[] request = (reader.ReadLine() ?? "").Split(' ');
        while (!string.IsNullOrEmpty(reader.ReadLine()))
        {
        }

        return request.Length == 3 ? request[1] : "";
    }

    private void Answer(Socket socket, string path)
    {
        if (path == IndexPath)
            SendAll(socket, "200 OK", Encoding.ASCII.GetBytes(_index));
        else if (_files.TryGetValue(path, out ModFile? file))
            SendSlowly(socket, file);
        else
            SendAll(socket, "404 Not Found", []);
    }

    private static void SendSlowly(Socket socket, ModFile file)
    {
        Thread.Sleep(file.LatencyMs / Pace.Divisor);
        SendHead(socket, "200 OK", file.Content.Length);

        int end = file.BreaksOff ? file.Content.Length / 2 : file.Content.Length;
        for (int sent = 0; sent < end; sent += ChunkSize)
        {
            SendAll(socket, file.Content.AsSpan(sent, Math.Min(ChunkSize, end - sent)));
            Thread.Sleep(ChunkPauseMs / Pace.Divisor);
        }

        // Closed with no time to linger, the connection is reset instead of ended.
        if (file.BreaksOff)
            socket.Close(timeout: 0);
    }

    private static void SendAll(Socket socket, string status, byte[] body)
    {
        SendHead(socket, status, body.Length);
        SendAll(socket, body);
    }

    private static void SendHead(Socket socket, string status, int length) =>
        SendAll(socket, Encoding.ASCII.GetBytes($"HTTP/1.1 {status}\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n"));

    private static void SendAll(Socket socket, ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
            bytes = bytes[socket.Send(bytes)..];
    }
}
