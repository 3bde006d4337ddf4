using System.Net.Security;

namespace CoGen.Servers;

/// <summary>What a <see cref="StreamServer"/> does besides. Times are real time, as those of the clients are.</summary>
public sealed class StreamServerOptions : ServerOptions
{
    /// <summary>How to speak TLS; null for plain connections. The handshake is made in the handler's fiber, before the handler is called.</summary>
    public SslServerAuthenticationOptions? Tls { get; init; }

    /// <summary>How long a handshake may take.</summary>
    public TimeSpan HandshakeTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The <see cref="Stream.ReadTimeout"/> that each connection begins with.</summary>
    public TimeSpan ReadTimeout { get; init; } = Timeout.InfiniteTimeSpan;

    /// <summary>The <see cref="Stream.WriteTimeout"/> that each connection begins with.</summary>
    public TimeSpan WriteTimeout { get; init; } = Timeout.InfiniteTimeSpan;

    /// <summary>How long a connection may wait for its client with no byte passing in either direction. A handler that does something else is not idle.</summary>
    public TimeSpan IdleTimeout { get; init; } = Timeout.InfiniteTimeSpan;

    /// <summary>How long the end of a connection may take: to say good-bye by TLS, and to let a client that still sends read what it was sent.</summary>
    public TimeSpan LingerTimeout { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Whether what is written is sent at once, and not gathered.</summary>
    public bool NoDelay { get; init; } = true;

    internal override void Validate()
    {
        base.Validate();
        RequireIo(HandshakeTimeout, nameof(HandshakeTimeout));
        RequireIo(ReadTimeout, nameof(ReadTimeout));
        RequireIo(WriteTimeout, nameof(WriteTimeout));
        RequireIo(IdleTimeout, nameof(IdleTimeout));
        RequireIo(LingerTimeout, nameof(LingerTimeout));
    }

    private static void RequireIo(TimeSpan time, string name)
    {
        if (time != Timeout.InfiniteTimeSpan && time.TotalMilliseconds is < 1 or > int.MaxValue) throw new ArgumentOutOfRangeException(name, time, "The time is to be between 1 ms and int.MaxValue ms, or infinite.");
    }
}
