using System.Diagnostics;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;

namespace CoGen.Servers;

/// <summary>
/// A client of a <see cref="StreamServer"/>: a stream to it and from it, over TLS if the server speaks that. It is closed when its handler returns.
/// </summary>
/// <remarks>
/// <para>
/// One may read while another writes. Timeouts, which go by real time, are heeded by all ways to read and to write, those of a <see cref="StreamReader"/> on top of it
/// included: they throw an <see cref="IOException"/>, and without TLS the connection stays usable after it.
/// </para>
/// <para>
/// An error that the connection itself has thrown, and that ends the handler, counts as the loss of the client and not as an error of the program, and so does an <see cref="EndOfStreamException"/> when the client has ended: see
/// <see cref="StreamServer.ConnectionEnded"/>.
/// </para>
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed partial class Connection : Stream, IArrival
{
    private static long s_lastId;

    private readonly ByteLimit _reading = new();
    private readonly ByteLimit _writing = new();
    private Stream _stream;
    private TimeSpan _readTimeout;
    private TimeSpan _writeTimeout;

    /// <summary>What the connection has thrown last.</summary>
    private Exception? _fault;
    private bool _hasTimedOut;

    /// <summary>Whether a read has come to the end of what the client sends.</summary>
    private bool _hasEnded;

    internal Connection(StreamServer server, Socket socket, StreamServerOptions options)
    {
        Server = server;
        Socket = socket;
        _options = options;
        _readTimeout = options.ReadTimeout;
        _writeTimeout = options.WriteTimeout;
        IdleTimeout = options.IdleTimeout;
        _stream = new NetworkStream(socket, ownsSocket: true);
        RemoteEndPoint = Ask(static socket => socket.RemoteEndPoint, socket);
        LocalEndPoint = Ask(static socket => socket.LocalEndPoint, socket);
    }

    /// <summary>A number that no other connection of the process has.</summary>
    public long Id { get; } = Interlocked.Increment(ref s_lastId);

    /// <summary>The server.</summary>
    public StreamServer Server { get; }

    /// <summary>The socket. To read from it beside the stream, or to write to it, is wrong where the server speaks TLS.</summary>
    public Socket Socket { get; }

    /// <summary>The client; null if it has gone before the server could ask.</summary>
    public EndPoint? RemoteEndPoint { get; }

    /// <summary>Where the client has connected to.</summary>
    public EndPoint? LocalEndPoint { get; }

    /// <summary>What was agreed on with the client, its certificate among others; null without TLS.</summary>
    public SslStream? Tls => _stream as SslStream;

    /// <summary>How long to wait for the client with no byte passing in either direction. See <see cref="StreamServerOptions.IdleTimeout"/>.</summary>
    public TimeSpan IdleTimeout { get; set; }

    /// <inheritdoc/>
    public override bool CanRead => _stream.CanRead;

    /// <inheritdoc/>
    public override bool CanWrite => _stream.CanWrite;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanTimeout => true;

    /// <summary>How many milliseconds a read may wait; <see cref="Timeout.Infinite"/> for ever.</summary>
    public override int ReadTimeout
    {
        get => (int)_readTimeout.TotalMilliseconds;
        set => _readTimeout = RequireTimeout(value);
    }

    /// <summary>How many milliseconds a write may wait until the client has taken some of it; <see cref="Timeout.Infinite"/> for ever.</summary>
    public override int WriteTimeout
    {
        get => (int)_writeTimeout.TotalMilliseconds;
        set => _writeTimeout = RequireTimeout(value);
    }

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Says that nothing more is written, so that the client reads to the end. Reading goes on. By TLS, only <see cref="Stream.Close"/> says so.</summary>
    /// <exception cref="IOException">The client has gone.</exception>
    public void ShutdownWrite()
    {
        if (Tls is not null) throw new InvalidOperationException("TLS has no end of one direction: close the connection.");
        try
        {
            Socket.Shutdown(SocketShutdown.Send);
        }
        catch (SocketException error)
        {
            throw Fault(new IOException(error.Message, error));
        }
    }

    /// <inheritdoc/>
    public override void Flush() => _stream.Flush();

    /// <inheritdoc/>
    public override Task FlushAsync(CancellationToken cancellationToken) => _stream.FlushAsync(cancellationToken);

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <summary>The server, and who the client is.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"connection {Id} of {Server} with {(RemoteEndPoint is { } remote ? ServerAddress.TextOf(remote) : "nobody")}";

    private static EndPoint? Ask(Func<Socket, EndPoint?> question, Socket socket)
    {
        try
        {
            return question(socket);
        }
        catch (SocketException)
        {
            return null;
        }
    }

    private static TimeSpan RequireTimeout(int milliseconds) =>
        milliseconds is > 0 or Timeout.Infinite
            ? TimeSpan.FromMilliseconds(milliseconds)
            : throw new ArgumentOutOfRangeException(nameof(milliseconds), milliseconds, "A timeout is more than 0 ms, or infinite.");

    private Exception Fault(Exception error)
    {
        _fault = error;
        return error;
    }
}
