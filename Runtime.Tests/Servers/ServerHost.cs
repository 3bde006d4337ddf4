using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using CoGen.Servers;

namespace CoGen.Tests.Servers;

/// <summary>A server on a loop of its own, and clients of it in plain blocking code.</summary>
internal sealed class ServerHost : IDisposable
{
    private readonly BackgroundLoop _loop = BackgroundLoop.Start("server");
    private readonly BlockingCollection<ConnectionEndedEventArgs> _ends = [];

    internal ServerHost(Func<Connection, Coroutine> handler, StreamServerOptions? options = null, ServerAddress? address = null)
    {
        Server = new StreamServer(address ?? "127.0.0.1:0", handler, options);
        Server.ConnectionEnded += (_, end) => _ends.Add(end);
    }

    internal StreamServer Server { get; }

    internal Scheduler Scheduler => _loop.Scheduler;

    internal ServerHost Start()
    {
        _loop.Scheduler.Run(Server.StartAsync);
        return this;
    }

    internal Socket Connect()
    {
        EndPoint address = Server.LocalEndPoint!;
        Socket socket = address is UnixDomainSocketEndPoint ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified) : new Socket(SocketType.Stream, ProtocolType.Tcp);
        socket.Connect(address);
        return socket;
    }

    /// <summary>What a client gets to read to the end after it has said something, and said the end of that.</summary>
    internal string Ask(string question)
    {
        using Socket socket = Connect();
        return Ask(socket, question);
    }

    internal static string Ask(Socket socket, string question)
    {
        socket.Send(System.Text.Encoding.UTF8.GetBytes(question));
        socket.Shutdown(SocketShutdown.Send);
        return ReadToEnd(socket);
    }

    internal static string ReadToEnd(Socket socket)
    {
        List<byte> read = [];
        byte[] buffer = new byte[4096];
        while (socket.Receive(buffer) is > 0 and int count) read.AddRange(buffer.AsSpan(0, count));
        return System.Text.Encoding.UTF8.GetString([.. read]);
    }

    internal ConnectionEndedEventArgs NextEnd() => _ends.TryTake(out ConnectionEndedEventArgs? end, TimeSpan.FromSeconds(60)) ? end : throw new InvalidOperationException("No connection has ended.");

    /// <summary>Lets the fibers of the loop do what they can.</summary>
    internal void Settle() => _loop.Scheduler.Run(async Coroutine () =>
    {
        for (int i = 0; i < 20; i++) await Co.SleepAsync(1);
    });

    internal T Do<T>(Func<Coroutine<T>> what) => _loop.Scheduler.Run(what);

    public void Dispose()
    {
        Do(Server.StopAsync);
        _loop.Dispose();
        _ends.Dispose();
    }
}
