namespace CoGen.Servers;

/// <summary>What <see cref="StreamServer.ConnectionEnded"/> tells.</summary>
/// <param name="connection">The connection.</param>
/// <param name="reason">Why it has ended.</param>
/// <param name="error">The error behind it; null if there is none.</param>
public sealed class ConnectionEndedEventArgs(Connection connection, ConnectionEnd reason, Exception? error) : EventArgs
{
    /// <summary>The connection. It is closed.</summary>
    public Connection Connection { get; } = connection;

    /// <summary>Why it has ended.</summary>
    public ConnectionEnd Reason { get; } = reason;

    /// <summary>The error behind it; null if there is none.</summary>
    public Exception? Error { get; } = error;
}
