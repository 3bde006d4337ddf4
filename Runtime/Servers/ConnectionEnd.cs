namespace CoGen.Servers;

/// <summary>Why a <see cref="Connection"/> has ended.</summary>
public enum ConnectionEnd
{
    /// <summary>The handler has returned.</summary>
    Answered,

    /// <summary>The handler has failed, by an error that was not the connection's own. It is reported as the error of its fiber.</summary>
    HandlerFailed,

    /// <summary>The client has gone, or the network has: what the handler ended with was thrown by the connection.</summary>
    Lost,

    /// <summary>The client was too slow, or silent for too long, and the handler ended with what told it so.</summary>
    TimedOut,

    /// <summary>The client and the server did not come to terms about TLS, or not in time. There was no handler.</summary>
    HandshakeFailed,

    /// <summary>The handler was killed, as the server does with those that have not ended when it is stopped.</summary>
    Killed,

    /// <summary>There was no handler: the server was stopped before one could begin, or could not start one.</summary>
    Refused,
}
