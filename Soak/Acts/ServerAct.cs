using System.Net;
using System.Net.Sockets;
using CoGen.Servers;

namespace CoGen.Soak.Acts;

/// <summary>
/// What a server has taken ends for a reason, once, and nothing is left of it: whoever resets, says nothing, says the end first or is killed, and
/// whenever the server is stopped.
/// </summary>
internal sealed class ServerAct : Act
{
    /// <summary>One in so many serves: there are only so many ports.</summary>
    private const int Seldom = 16;
    private const int Message = 100;

    internal override async Coroutine DoAsync(Life life)
    {
        if (life.Next(Seldom) == 0) await ServeAsync(life);
        else await life.PauseAsync();
    }

    private static async Coroutine ServeAsync(Life life)
    {
        World world = life.World;
        int ended = 0;
        StreamServer server = new("127.0.0.1:0", client => EchoAsync(new Life(world, (ulong)world.NextNumber()), client), new StreamServerOptions
        {
            Limit = life.Next(2) == 0 ? 2 : null,
            IdleTimeout = TimeSpan.FromMilliseconds(20),
            LingerTimeout = TimeSpan.FromMilliseconds(5),
        });
        server.ConnectionEnded += (_, _) => Interlocked.Increment(ref ended);
        server.ErrorOccurred += (_, failed) => world.Broken($"{server} could not take what came: {failed.Error}");
        server.Start();
        EndPoint address = server.LocalEndPoint!;
        try
        {
            await Nursery.RunAsync(async nursery =>
            {
                for (int i = life.Next(4); i >= 0; i--) nursery.Spawn(child => VisitAsync(child, address), life.Child());
                if (life.Next(2) == 0) return;

                // Busy as it is; and whoever comes meanwhile is taken at the end, or turned away.
                await life.PauseAsync();
                server.StopAccepting();
                await life.PauseAsync();
                await server.StopAsync(life.Ms(3));
            });
        }
        finally
        {
            using (Co.Shield())
            {
                await server.StopAsync(life.Ms(3));

                // Of those that were killed it does not wait for longer than it was told.
                for (int i = 0; i < 10_000 && (server.HandlerCount > 0 || Volatile.Read(ref ended) < server.TakenCount); i++) await Co.SleepAsync(1);
            }
        }

        if (server.Connections.Count != 0) world.Broken($"{server} still has {server.Connections.Count} connections");
        if (ended != server.TakenCount) world.Broken($"{server} has taken {server.TakenCount}, and {ended} have ended");
    }

    private static async Coroutine EchoAsync(Life life, Connection client)
    {
        byte[] buffer = new byte[16];
        int count;
        while ((count = await client.ReadAsync(buffer, Co.Token)) > 0)
        {
            if (life.Next(8) == 0) life.World.Outside.Send(Co.Current!.Value.Cancel);
            await life.PauseAsync();
            await client.WriteAsync(buffer.AsMemory(0, count), Co.Token);
        }
    }

    private static async Coroutine VisitAsync(Life life, EndPoint address)
    {
        using Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        byte[] answer = new byte[Message];
        try
        {
            await socket.ConnectAsync(address, Co.Token);
            switch (life.Next(5))
            {
                case 0:
                    if (life.Next(2) == 0) await socket.SendAsync(new byte[1], Co.Token);
                    socket.LingerState = new LingerOption(true, 0);
                    break;
                case 1:
                    if (await socket.ReceiveAsync(answer, Co.Token) != 0) life.World.Broken("who has asked nothing got an answer");
                    break;
                case 2:
                    socket.Shutdown(SocketShutdown.Send);
                    if (await socket.ReceiveAsync(answer, Co.Token) != 0) life.World.Broken("who has asked nothing got an answer");
                    break;
                default:
                    await TalkAsync(life, socket, answer);
                    break;
            }
        }
        catch (SocketException)
        {
            // The server was stopped before it had taken this one, or has lost its patience.
        }
    }

    private static async Coroutine TalkAsync(Life life, Socket socket, byte[] answer)
    {
        byte[] message = [.. Enumerable.Range(life.Next(100), Message).Select(number => (byte)number)];
        for (int sent = 0; sent < Message; sent += 10)
        {
            await socket.SendAsync(message.AsMemory(sent, 10), Co.Token);
            if (life.Next(4) == 0) await life.PauseAsync();
        }

        socket.Shutdown(SocketShutdown.Send);
        int got = 0;
        while (got < Message && await socket.ReceiveAsync(answer.AsMemory(got), Co.Token) is > 0 and int count) got += count;
        if (!message.AsSpan(0, got).SequenceEqual(answer.AsSpan(0, got))) life.World.Broken("a server has sent back something else than it was sent");
    }
}
