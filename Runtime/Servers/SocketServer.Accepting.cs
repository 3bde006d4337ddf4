using System.Net.Sockets;

namespace CoGen.Servers;

public partial class SocketServer
{
    /// <summary>Ends the wait for the next that comes; null while nothing is taken.</summary>
    private CancellationTokenSource? _accepting;

    /// <summary>The fiber that takes, or has taken, what comes.</summary>
    private Fiber _acceptor;

    /// <summary>Whether the server takes what comes.</summary>
    public bool IsAccepting => Volatile.Read(ref _accepting) is not null;

    /// <summary>
    /// Takes nothing more until <see cref="StartAccepting"/>. The socket stays open: clients that come meanwhile wait in the system's queue. What
    /// was taken already gets its handler. Has no effect on a server that takes nothing. Does not wait.
    /// </summary>
    public void StopAccepting()
    {
        CancellationTokenSource? accepting;
        lock (_gate)
        {
            accepting = _accepting;
            Volatile.Write(ref _accepting, null);
        }

        accepting?.Cancel();
    }

    /// <summary>Takes again what comes. Has no effect on a server that does so. Does not wait.</summary>
    /// <exception cref="InvalidOperationException">The server is not started.</exception>
    /// <exception cref="ObjectDisposedException">The server was stopped.</exception>
    public void StartAccepting()
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_state >= State.Stopping, this);
            if (_state != State.Started) throw new InvalidOperationException($"{this} is not started.");
            if (_accepting is null) BeginAccepting();
        }
    }

    private void BeginAccepting()
    {
        CancellationTokenSource accepting = new();
        Fiber? before = _acceptor == default ? null : _acceptor;
        Volatile.Write(ref _accepting, accepting);
        _acceptor = _scheduler!.Spawn(AcceptAsync, before, accepting.Token).Named(ToString());
    }

    private async Coroutine AcceptAsync(Fiber? before, CancellationToken cancellationToken)
    {
        if (before is { } last) await last.JoinAsync();
        AcceptDelay delay = new(Options.MinimumDelay, Options.MaximumDelay);
        int inARow = 0;
        while (!cancellationToken.IsCancellationRequested)
        {
            IArrival? arrival = null;
            Exception failure;
            try
            {
                await RoomAsync(cancellationToken);
                Coroutine<IArrival> next = TakeAsync(cancellationToken);
                inARow = next.IsCompleted ? inARow + 1 : 0;
                arrival = await next;
                Interlocked.Increment(ref _taken);
                await GiveAsync(arrival);
                arrival = null;
                delay.Reset();
                if (inARow < Options.MaximumInARow) continue;
                inARow = 0;
                await Co.YieldAsync();
                continue;
            }
            catch (OperationCanceledException) when (arrival is null && cancellationToken.IsCancellationRequested)
            {
                return;
            }
            catch (OperationCanceledException) when (IsOver)
            {
                arrival?.Refuse();
                throw;
            }
            catch (Exception error)
            {
                failure = error;
            }

            arrival?.Refuse();
            if (IsOver) return;
            if (arrival is null && IsFatal(failure))
            {
                Report(failure, isFatal: true);
                _ = _scheduler!.Spawn(StopAsync);
                return;
            }

            Report(failure, isFatal: false);
            await PauseAsync(delay.Next(), cancellationToken);
        }
    }

    private bool IsOver => _state >= State.Stopping;

    /// <summary>Waits until a handler could be started. In a pool that others use, too, it may be too late again when something has come.</summary>
    private Coroutine RoomAsync(CancellationToken cancellationToken) => (Options.Group ?? _handlers) is CoPool { IsFull: true } pool ? pool.WaitAvailableAsync(cancellationToken) : default;

    /// <summary>Lets a handler have what has come.</summary>
    private async Coroutine GiveAsync(IArrival arrival)
    {
        if (Options.IsInline)
        {
            await arrival.ServeAsync();
            return;
        }

        Fiber handler;
        if (Options.Spawner is { } spawner) Track(handler = spawner(arrival.ServeAsync));
        else if (Options.Group is { } group) Track(handler = await group.SpawnAsync(static arrival => arrival.ServeAsync(), arrival));
        else handler = await _handlers.SpawnAsync(static arrival => arrival.ServeAsync(), arrival);
        arrival.GivenTo(handler);
    }

    private void Track(Fiber fiber) => _handlers.TryAdd(fiber);

    private static async Coroutine PauseAsync(TimeSpan time, CancellationToken cancellationToken)
    {
        // An event that is never set: unlike a sleep, its wait takes a token.
        CoEvent never = new() { Name = "the next try" };
        try
        {
            await never.WaitAsync(time, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
        }
    }

    /// <summary>Whether the socket will never give anything again.</summary>
    private static bool IsFatal(Exception error) => error switch
    {
        ObjectDisposedException => true,
        SocketException { SocketErrorCode: SocketError.OperationAborted or SocketError.NotSocket or SocketError.InvalidArgument or SocketError.Shutdown or SocketError.NotConnected } => true,
        SocketException => false,
        _ => true,
    };
}
