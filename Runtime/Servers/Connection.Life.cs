using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using CoGen.Patches;

namespace CoGen.Servers;

public sealed partial class Connection
{
    private readonly StreamServerOptions _options;
    private readonly Lock _closeGate = new();
    private Task? _closing;

    /// <summary>Whether the client is to be told the end of the connection, and not only to see it.</summary>
    private bool _isHealthy = true;

    async Coroutine IArrival.ServeAsync()
    {
        ConnectionEnd reason = ConnectionEnd.Answered;
        Exception? failure = null;
        try
        {
            if (_options.Tls is null || await AuthenticateAsync(_options.Tls)) await Server.Handle(this);
            else (reason, failure) = (ConnectionEnd.HandshakeFailed, _fault);
        }
        catch (Exception error)
        {
            (reason, failure) = (ReasonOf(error), error);

            // What was the client's fault is told by the reason.
            if (reason is ConnectionEnd.HandlerFailed or ConnectionEnd.Killed) throw;
        }
        finally
        {
            await EndAsync(reason, failure);
        }
    }

    /// <summary>A fiber that is killed before it begins runs nothing of it, and would leave the client waiting.</summary>
    void IArrival.GivenTo(Fiber handler) => handler.OnEndInline(_ => Refuse());

    void IArrival.Refuse() => Refuse();

    /// <summary>Ends it if no handler has.</summary>
    private void Refuse()
    {
        if (!Server.Forget(this)) return;
        Server.Tell(this, ConnectionEnd.Refused, null);
        Dispose();
    }

    /// <summary>Closes the connection: what was written reaches the client, who is told the end. A handler need not: it is done when it returns.</summary>
    /// <returns>What to await.</returns>
    public override ValueTask DisposeAsync() => new(CloseOnceAsync());

    /// <summary>Ends it, with no good-bye.</summary>
    internal void Abort()
    {
        _isHealthy = false;
        _stream.Dispose();
        Socket.Dispose();
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing) _ = CloseOnceAsync();
        base.Dispose(disposing);
    }

    private async Coroutine<bool> AuthenticateAsync(SslServerAuthenticationOptions options)
    {
        SslStream tls = new(_stream, leaveInnerStreamOpen: false);
        using IoLimit limit = IoLimit.Of((int)_options.HandshakeTimeout.TotalMilliseconds);
        try
        {
            await limit.Await(tls.AuthenticateAsServerAsync(options, limit.Token));
            _stream = tls;
            return true;
        }
        catch (OperationCanceledException) when (limit.HasExpired)
        {
            Fault(new TimeoutException($"The handshake took more than {_options.HandshakeTimeout}."));
        }
        catch (Exception error) when (error is AuthenticationException or IOException or SocketException or ObjectDisposedException)
        {
            Fault(error);
        }

        return false;
    }

    private ConnectionEnd ReasonOf(Exception error) =>
        error == _fault || (error.InnerException is { } inner && inner == _fault) ? _hasTimedOut ? ConnectionEnd.TimedOut : ConnectionEnd.Lost
        : error is EndOfStreamException && _hasEnded ? ConnectionEnd.Lost
        : error is OperationCanceledException ? ConnectionEnd.Killed
        : ConnectionEnd.HandlerFailed;

    private async Coroutine EndAsync(ConnectionEnd reason, Exception? error)
    {
        _isHealthy &= reason is ConnectionEnd.Answered or ConnectionEnd.HandlerFailed or ConnectionEnd.Killed;

        // It lasts no longer than the linger timeout allows, so that a kill may wait.
        using (Co.Shield()) await CoTask.GetResultAsync(CloseOnceAsync());
        if (Server.Forget(this)) Server.Tell(this, reason, error);
    }

    private Task CloseOnceAsync()
    {
        lock (_closeGate) return _closing ??= CloseAsync();
    }

    // Plain async code: Dispose, too, begins it, outside of any fiber.
    private async Task CloseAsync()
    {
        try
        {
            await EndSendingAsync().ConfigureAwait(false);
        }
        catch (Exception error) when (error is IOException or SocketException or ObjectDisposedException or OperationCanceledException or InvalidOperationException or OutOfMemoryException)
        {
            // There is nobody to tell; or no file can be opened, which the first timer of a process needs for its thread, and which closing this one will change.
        }

        await _stream.DisposeAsync().ConfigureAwait(false);
        Socket.Dispose();
    }

    private async Task EndSendingAsync()
    {
        // What has nothing to wait for needs no limit.
        if (!_isHealthy || (Tls is null && Socket.Available == 0))
        {
            Socket.Shutdown(SocketShutdown.Send);
            return;
        }

        using CancellationTokenSource limit = new(_options.LingerTimeout);
        if (Tls is { } tls) await tls.ShutdownAsync().WaitAsync(limit.Token).ConfigureAwait(false);
        Socket.Shutdown(SocketShutdown.Send);
        await DrainAsync(limit.Token).ConfigureAwait(false);
    }

    /// <summary>
    /// Reads what the client still sends. A socket that is closed with something unread resets the connection, and the client might never see
    /// what it was sent.
    /// </summary>
    private async Task DrainAsync(CancellationToken cancellationToken)
    {
        if (Socket.Available == 0) return;
        byte[] rest = new byte[4096];
        while (await Socket.ReceiveAsync(rest, SocketFlags.None, cancellationToken).ConfigureAwait(false) > 0)
        {
        }
    }
}
