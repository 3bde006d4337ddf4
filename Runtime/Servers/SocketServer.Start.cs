using System.Net.Sockets;

namespace CoGen.Servers;

public partial class SocketServer
{
    /// <summary>Binds the socket, unless it is bound already, and begins to take what comes. Waits only where a name is to be resolved.</summary>
    /// <exception cref="SocketException">The address cannot be had.</exception>
    /// <exception cref="InvalidOperationException">The server was started before.</exception>
    /// <exception cref="ObjectDisposedException">The server was stopped.</exception>
    /// <inheritdoc cref="Fiber.Join()" path="/exception"/>
    public void Start()
    {
        if (!ServerSocket.MustWait(_address))
        {
            BeginStart();
            Listen(() => ServerSocket.Bind(_address, _type, Options.UnixFileMode));
            return;
        }

        using MainTurn turn = MainTurn.Begin("SocketServer.Start");
        turn.Wait(StartAsync());
    }

    /// <inheritdoc cref="Start"/>
    public async Coroutine StartAsync()
    {
        BeginStart();
        Socket socket;
        try
        {
            socket = await ServerSocket.BindAsync(_address, _type, Options.UnixFileMode);
        }
        catch
        {
            _state = State.Created;
            throw;
        }

        Listen(() => socket);
    }

    private void BeginStart()
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_state >= State.Stopping, this);
            if (_state != State.Created) throw new InvalidOperationException($"{this} was started before.");
            _state = State.Starting;
        }
    }

    private void Listen(Func<Socket> bind)
    {
        try
        {
            Socket socket = bind();
            if (_type == SocketType.Stream) socket.Listen(Options.Backlog ?? int.MaxValue);
            Volatile.Write(ref _localEndPoint, socket.LocalEndPoint);
            _socket = socket;
            _scheduler = Options.Scheduler ?? Scheduler.Current;

            // While files can be opened: the first error to be written may be that none can.
            if (ErrorOccurred is null) _ = Console.Error;
        }
        catch
        {
            _state = State.Created;
            throw;
        }

        lock (_gate)
        {
            _state = State.Started;
            BeginAccepting();
        }
    }
}
