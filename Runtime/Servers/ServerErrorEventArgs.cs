namespace CoGen.Servers;

/// <summary>What <see cref="SocketServer.ErrorOccurred"/> tells.</summary>
/// <param name="error">What has gone wrong.</param>
/// <param name="isFatal">Whether the server closes because of it.</param>
public sealed class ServerErrorEventArgs(Exception error, bool isFatal) : EventArgs
{
    /// <summary>What has gone wrong: something could not be taken, or no handler could be started for it.</summary>
    public Exception Error { get; } = error;

    /// <summary>Whether the server closes because of it. Otherwise it goes on, after a delay.</summary>
    public bool IsFatal { get; } = isFatal;
}
