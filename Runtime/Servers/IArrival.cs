namespace CoGen.Servers;

/// <summary>What has come to a server: a connection, a datagram.</summary>
internal interface IArrival
{
    /// <summary>Lets the handler have it, to its end.</summary>
    Coroutine ServeAsync();

    /// <summary>A fiber is to serve it: which may be killed before it begins.</summary>
    void GivenTo(Fiber handler);

    /// <summary>No handler gets it: the server was stopped, or its handler could not be started.</summary>
    void Refuse();
}
