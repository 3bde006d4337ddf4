using System.Net;
using System.Net.Sockets;
using CoGen.Servers;

namespace CoGen.Tests.Servers;

public class StreamServerTests
{
    private static async Coroutine Echo(Connection client)
    {
        using StreamReader reader = new(client, leaveOpen: true);
        string question = await reader.ReadToEndAsync(Co.Token);
        await client.WriteAsync(System.Text.Encoding.UTF8.GetBytes($"you said {question}"), Co.Token);
    }

    [Fact]
    public void T81_A_server_with_an_address_refuses_until_it_is_started_and_after_it_is_stopped()
    {
        using Socket free = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        free.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        IPEndPoint address = (IPEndPoint)free.LocalEndPoint!;
        free.Dispose();
        using ServerHost host = new(Echo, address: address);
        Assert.Null(host.Server.LocalEndPoint);
        Assert.Equal(SocketError.ConnectionRefused, Assert.Throws<SocketException>(() => Connect(address)).SocketErrorCode);

        host.Start();
        Assert.True(host.Server.IsStarted && host.Server.IsAccepting);
        Assert.Equal("you said hello", host.Ask("hello"));

        Assert.True(host.Do(host.Server.StopAsync));
        Assert.True(host.Server.IsStopped && !host.Server.IsStarted && !host.Server.IsAccepting);
        Assert.Equal(SocketError.ConnectionRefused, Assert.Throws<SocketException>(() => Connect(address)).SocketErrorCode);
        Assert.Throws<ObjectDisposedException>(host.Server.StartAccepting);
        Assert.Throws<ObjectDisposedException>(host.Server.Start);
    }

    [Fact]
    public void T81_Who_connects_while_it_does_not_accept_is_served_when_it_does_again()
    {
        using ServerHost host = new ServerHost(Echo).Start();
        host.Server.StopAccepting();
        using Socket client = host.Connect();
        client.Send("late"u8);
        client.Shutdown(SocketShutdown.Send);
        host.Settle();
        Assert.Equal(0, host.Server.TakenCount);

        host.Server.StartAccepting();
        Assert.Equal("you said late", ServerHost.ReadToEnd(client));
        Assert.Equal(1, host.Server.TakenCount);
    }

    [Fact]
    public void T81_ServeForever_starts_it_and_ends_when_it_is_stopped()
    {
        StreamServer server = new("127.0.0.1:0", Echo);
        using BackgroundLoop loop = BackgroundLoop.Start();
        Fiber serving = loop.Scheduler.Spawn(async Coroutine () => await server.ServeForeverAsync());
        Loopback.Until(() => server.IsStarted);
        Assert.Throws<InvalidOperationException>(server.Start);

        loop.Scheduler.Run(server.StopAsync);
        serving.Join();
        Assert.Equal(FiberState.Succeeded, serving.State);
    }

    [Fact]
    public void T81_A_kill_of_the_fiber_that_serves_stops_the_server()
    {
        StreamServer server = new("127.0.0.1:0", Echo);
        using BackgroundLoop loop = BackgroundLoop.Start();
        Fiber serving = loop.Scheduler.Spawn(async Coroutine () => await server.ServeForeverAsync());
        Loopback.Until(() => server.IsStarted);

        serving.Kill();
        Assert.Equal(FiberState.Killed, serving.State);
        Assert.True(server.IsStopped);
    }

    [Fact]
    public void T81_The_end_of_the_handler_closes_the_connection()
    {
        using ServerHost host = new ServerHost(async Coroutine (client) => await client.WriteAsync("bye"u8.ToArray())).Start();
        using Socket socket = host.Connect();

        Assert.Equal("bye", ServerHost.ReadToEnd(socket));
        Assert.Equal(ConnectionEnd.Answered, host.NextEnd().Reason);
        Assert.Empty(host.Server.Connections);
    }

    [Fact]
    public void A_handler_that_leaves_something_unread_does_not_cost_the_client_its_answer()
    {
        using ServerHost host = new ServerHost(async Coroutine (client) =>
        {
            await client.ReadExactlyAsync(new byte[1]);
            await client.WriteAsync(new byte[100_000]);
        }).Start();
        using Socket socket = host.Connect();
        socket.Send(new byte[100_000]);
        socket.Shutdown(SocketShutdown.Send);
        Assert.Equal(100_000, ServerHost.ReadToEnd(socket).Length);
    }

    [Fact]
    public void T81_A_handler_that_cannot_be_started_costs_its_client_and_one_error_and_the_server_lives()
    {
        List<string> errors = [];
        int spawns = 0;
        StreamServerOptions options = new() { Spawner = run => spawns++ == 0 ? throw new InvalidOperationException("no more") : Co.Spawn(run) };
        using ServerHost host = new ServerHost(Echo, options).Start();
        host.Server.ErrorOccurred += (_, error) => errors.Add($"{error.Error.Message} {error.IsFatal}");

        Assert.Equal("", host.Ask("first"));
        Assert.Equal(ConnectionEnd.Refused, host.NextEnd().Reason);
        Assert.Equal("you said second", host.Ask("second"));
        Assert.Equal(["no more False"], errors);
    }

    [Fact]
    public void T81_A_handler_of_its_errors_that_throws_does_not_end_the_server()
    {
        int spawns = 0;
        StreamServerOptions options = new() { Spawner = run => spawns++ == 0 ? throw new InvalidOperationException("no more") : Co.Spawn(run) };
        using ServerHost host = new ServerHost(Echo, options).Start();
        host.Server.ErrorOccurred += (_, _) => throw new InvalidOperationException("nor can it be told");

        Assert.Equal("", host.Ask("first"));
        Assert.Equal("you said second", host.Ask("second"));
        Assert.True(host.Server.IsAccepting);
    }

    [Fact]
    public void T81_With_all_handlers_busy_new_clients_wait_and_are_served_when_one_has_ended()
    {
        CoSemaphore go = new(0);
        using ServerHost host = new ServerHost(async Coroutine (client) =>
        {
            await go.WaitAsync();
            await Echo(client);
        }, new StreamServerOptions { Limit = 1 }).Start();
        using Socket first = host.Connect();
        Loopback.Until(() => host.Server.HandlerCount == 1);
        using Socket second = host.Connect();
        host.Settle();
        Assert.Equal((1, 1), (host.Server.TakenCount, host.Server.HandlerCount));

        go.Release();
        Assert.Equal("you said one", ServerHost.Ask(first, "one"));
        go.Release();
        Assert.Equal("you said two", ServerHost.Ask(second, "two"));
    }

    [Fact]
    public void The_handlers_may_share_a_pool_with_others()
    {
        CoPool pool = new(1);
        CoEvent done = new();
        using ServerHost host = new ServerHost(Echo, new StreamServerOptions { Group = pool }).Start();
        host.Scheduler.Run(async Coroutine () => await pool.SpawnAsync(async Coroutine () => await done.WaitAsync()));
        using Socket client = host.Connect();
        host.Settle();
        Assert.Equal(0, host.Server.HandlerCount);

        done.Set();
        Assert.Equal("you said hello", ServerHost.Ask(client, "hello"));
    }

    [Fact]
    public void Inline_handlers_run_one_after_another_in_the_servers_own_fiber()
    {
        int running = 0;
        int most = 0;
        using ServerHost host = new ServerHost(async Coroutine (client) =>
        {
            most = Math.Max(most, ++running);
            await Echo(client);
            running--;
        }, new StreamServerOptions { IsInline = true }).Start();
        using Socket first = host.Connect();
        using Socket second = host.Connect();
        Assert.Equal("you said 1", ServerHost.Ask(first, "1"));
        Assert.Equal("you said 2", ServerHost.Ask(second, "2"));
        Assert.Equal((1, 0), (most, host.Server.HandlerCount));
    }

    [Fact]
    public void T81_A_backlog_cannot_be_given_with_a_socket_that_listens()
    {
        using Socket listener = Loopback.Listen();
        Assert.Throws<ArgumentException>(() => new StreamServer(listener, Echo, new StreamServerOptions { Backlog = 5 }));
        using Socket unbound = new(SocketType.Stream, ProtocolType.Tcp);
        Assert.Throws<ArgumentException>(() => new StreamServer(unbound, Echo));
        using Socket datagrams = Loopback.Datagrams();
        Assert.Throws<ArgumentException>(new StreamServer(datagrams, Echo).Start);
    }

    [Fact]
    public void A_socket_that_listens_already_is_served_and_closed_at_the_end()
    {
        Socket listener = Loopback.Listen();
        EndPoint address = listener.LocalEndPoint!;
        using ServerHost host = new ServerHost(Echo, address: listener).Start();
        Assert.Equal(address, host.Server.LocalEndPoint);
        Assert.Equal("you said hello", host.Ask("hello"));
        host.Do(host.Server.StopAsync);
        Assert.Throws<SocketException>(() => Connect(address));
    }

    [Fact]
    public void Options_that_contradict_each_other_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new StreamServer(0, Echo, new StreamServerOptions { Limit = 1, IsInline = true }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new StreamServer(0, Echo, new StreamServerOptions { Limit = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new StreamServer(0, Echo, new StreamServerOptions { HandshakeTimeout = TimeSpan.Zero }));
        Assert.Throws<ArgumentNullException>(() => new StreamServer(0, (Action<Connection>)null!));
    }

    [Fact]
    public void An_error_of_the_handler_is_that_of_its_fiber_and_closes_the_connection()
    {
        List<string> failures = [];
        using ServerHost host = new ServerHost(async Coroutine (_) => throw new FormatException("bad")).Start();
        host.Scheduler.FiberFailed += (_, failed) => failures.Add(failed.Error.Message);
        Assert.Equal("", host.Ask("hello"));
        ConnectionEndedEventArgs end = host.NextEnd();
        Assert.Equal((ConnectionEnd.HandlerFailed, "bad"), (end.Reason, end.Error?.Message));
        Loopback.Until(() => host.Server.HandlerCount == 0);
        Assert.Equal(["bad"], failures);
    }

    [Fact]
    public void A_client_that_resets_the_connection_is_no_error_of_the_program()
    {
        int failures = 0;
        using ServerHost host = new ServerHost(async Coroutine (client) => await client.ReadExactlyAsync(new byte[10])).Start();
        host.Scheduler.FiberFailed += (_, _) => failures++;
        Socket socket = host.Connect();
        Loopback.Until(() => host.Server.HandlerCount == 1);
        socket.LingerState = new LingerOption(true, 0);
        socket.Dispose();
        Assert.Equal(ConnectionEnd.Lost, host.NextEnd().Reason);
        Loopback.Until(() => host.Server.HandlerCount == 0);
        Assert.Equal(0, failures);
    }

    [Fact]
    public void Clients_that_have_gone_before_they_are_taken_are_lost_and_cost_the_server_nothing()
    {
        int errors = 0;
        int failures = 0;
        using ServerHost host = new ServerHost(Echo).Start();
        host.Server.ErrorOccurred += (_, _) => Interlocked.Increment(ref errors);
        host.Scheduler.FiberFailed += (_, _) => failures++;
        host.Server.StopAccepting();
        host.Settle();
        for (int i = 0; i < 10; i++)
        {
            Socket socket = host.Connect();
            socket.Send("hello"u8);
            socket.LingerState = new LingerOption(true, 0);
            socket.Dispose();
        }

        host.Server.StartAccepting();
        Assert.Equal("you said last", host.Ask("last"));
        Loopback.Until(() => host.Server.HandlerCount == 0);
        Assert.Empty(host.Server.Connections);
        ConnectionEnd[] ends = [.. Enumerable.Range(0, (int)host.Server.TakenCount).Select(_ => host.NextEnd().Reason)];
        Assert.Single(ends, ConnectionEnd.Answered);
        Assert.All(ends, end => Assert.True(end is ConnectionEnd.Answered or ConnectionEnd.Lost, $"{end}"));
        Assert.Equal((0, 0), (errors, failures));
    }

    [Fact]
    public void A_handler_that_is_killed_before_it_begins_does_not_leave_its_client_waiting()
    {
        using ServerHost host = new ServerHost(Echo, new StreamServerOptions
        {
            Spawner = serve =>
            {
                Fiber handler = Co.Spawn(serve);
                handler.Cancel();
                return handler;
            },
        }).Start();
        using Socket client = host.Connect();
        Assert.Equal("", ServerHost.ReadToEnd(client));
        Assert.Equal(ConnectionEnd.Refused, host.NextEnd().Reason);
        Assert.Empty(host.Server.Connections);
    }

    [Fact]
    public void A_handler_that_is_killed_before_it_writes_has_not_failed_also_where_its_time_is_limited()
    {
        int failures = 0;
        using ServerHost host = new ServerHost(async Coroutine (client) =>
        {
            Co.Current!.Value.Cancel();
            await client.WriteAsync(new byte[1], Co.Token);
        }, new StreamServerOptions { IdleTimeout = TimeSpan.FromMinutes(1) }).Start();
        host.Scheduler.FiberFailed += (_, _) => failures++;
        using Socket client = host.Connect();
        Assert.Equal("", ServerHost.ReadToEnd(client));
        Assert.Equal(ConnectionEnd.Killed, host.NextEnd().Reason);
        Loopback.Until(() => host.Server.HandlerCount == 0);
        Assert.Equal(0, failures);
    }

    [Fact]
    public void A_server_on_a_pool_serves_from_several_threads()
    {
        StreamServer server = new("127.0.0.1:0", Echo, new StreamServerOptions { Scheduler = new PoolScheduler() });
        server.Start();
        string[] answers = new string[20];
        Parallel.For(0, answers.Length, i =>
        {
            using Socket socket = Connect(server.LocalEndPoint!);
            answers[i] = ServerHost.Ask(socket, $"{i}");
        });
        Assert.Equal(Enumerable.Range(0, answers.Length).Select(i => $"you said {i}"), answers);
        Assert.True(server.Stop());
    }

    private static Socket Connect(EndPoint address)
    {
        Socket socket = new(address.AddressFamily, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            socket.Connect(address);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
