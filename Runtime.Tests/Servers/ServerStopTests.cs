using System.Net.Sockets;
using CoGen.Servers;

namespace CoGen.Tests.Servers;

public class ServerStopTests
{
    [Fact]
    public void Handlers_that_run_are_waited_for_and_answer()
    {
        CoEvent go = new();
        using ServerHost host = new ServerHost(async Coroutine (client) =>
        {
            await go.WaitAsync();
            await client.WriteAsync("done"u8.ToArray());
        }).Start();
        using Socket client = host.Connect();
        Loopback.Until(() => host.Server.HandlerCount == 1);
        Fiber<bool> stopping = host.Scheduler.Spawn(async Coroutine<bool> () => await host.Server.StopAsync(TimeSpan.FromSeconds(60)));
        Loopback.Until(() => !host.Server.IsStarted);
        host.Settle();
        Assert.False(host.Server.IsStopped);

        go.Set();
        Assert.Equal("done", ServerHost.ReadToEnd(client));
        Assert.True(stopping.Result);
        Assert.Equal(ConnectionEnd.Answered, host.NextEnd().Reason);
    }

    [Fact]
    public void Handlers_that_have_not_ended_in_time_are_killed_and_may_still_say_so()
    {
        using ServerHost host = new ServerHost(async Coroutine (client) =>
        {
            try
            {
                await Co.SleepAsync(Timeout.InfiniteTimeSpan);
            }
            finally
            {
                await client.WriteAsync("going down"u8.ToArray());
            }
        }).Start();
        using Socket client = host.Connect();
        Loopback.Until(() => host.Server.HandlerCount == 1);

        Assert.False(host.Do(() => host.Server.StopAsync(TimeSpan.FromMilliseconds(20))));
        Assert.Equal("going down", ServerHost.ReadToEnd(client));
        Assert.Equal(ConnectionEnd.Killed, host.NextEnd().Reason);
        Assert.Equal(0, host.Server.HandlerCount);
    }

    [Fact]
    public void The_connection_of_a_handler_that_does_not_heed_its_kill_is_closed_under_it()
    {
        CoEvent heard = new();
        using ServerHost host = new ServerHost(async Coroutine (client) =>
        {
            using (Co.Shield()) await client.ReadExactlyAsync(new byte[1]);
        }).Start();
        using Socket client = host.Connect();
        Loopback.Until(() => host.Server.HandlerCount == 1);

        Assert.False(host.Do(() => host.Server.StopAsync(TimeSpan.FromMilliseconds(20))));
        Assert.Equal(ConnectionEnd.Lost, host.NextEnd().Reason);
        Loopback.Until(() => host.Server.HandlerCount == 0);
    }

    [Fact]
    public void Who_has_connected_and_was_not_accepted_yet_gets_a_handler_when_the_server_stops()
    {
        using ServerHost host = new ServerHost(async Coroutine (client) => await client.WriteAsync("in time"u8.ToArray())).Start();
        host.Server.StopAccepting();
        host.Settle();
        Socket[] clients = [.. Enumerable.Range(0, 5).Select(_ => host.Connect())];

        Assert.True(host.Do(host.Server.StopAsync));
        Assert.All(clients, client => Assert.Equal("in time", ServerHost.ReadToEnd(client)));
    }

    [Fact]
    public void Where_there_is_no_room_for_them_they_see_the_end_of_the_connection_and_no_reset()
    {
        using ServerHost host = new ServerHost(async Coroutine (client) => await client.ReadExactlyAsync(new byte[1]), new StreamServerOptions { Limit = 1 }).Start();
        using Socket busy = host.Connect();
        Loopback.Until(() => host.Server.HandlerCount == 1);
        using Socket waiting = host.Connect();
        Fiber<bool> stopping = host.Scheduler.Spawn(async Coroutine<bool> () => await host.Server.StopAsync(TimeSpan.FromSeconds(60)));

        Assert.Equal("", ServerHost.ReadToEnd(waiting));
        Assert.Equal(ConnectionEnd.Refused, host.NextEnd().Reason);
        busy.Send([1]);
        Assert.True(stopping.Result);
        Assert.Equal(ConnectionEnd.Answered, host.NextEnd().Reason);
        Assert.Equal(2, host.Server.TakenCount);
    }

    [Fact]
    public void A_handler_may_stop_its_own_server()
    {
        ServerHost? host = null;
        using ServerHost made = host = new ServerHost(async Coroutine (client) =>
        {
            Assert.True(await host!.Server.StopAsync());
            await client.WriteAsync("stopped"u8.ToArray());
        }).Start();
        using Socket client = host.Connect();
        Assert.Equal("stopped", ServerHost.ReadToEnd(client));
        Assert.True(host.Server.IsStopped);
    }

    [Fact]
    public void All_who_stop_it_wait_for_its_end_and_stopping_one_that_was_not_started_is_its_end()
    {
        using ServerHost host = new ServerHost(async Coroutine (_) => { }).Start();
        Fiber<bool>[] stopping = [.. Enumerable.Range(0, 3).Select(_ => host.Scheduler.Spawn(async Coroutine<bool> () => await host.Server.StopAsync()))];
        Assert.All(stopping, fiber => Assert.True(fiber.Result));

        StreamServer never = new(0, async Coroutine (_) => { });
        Assert.True(never.Stop());
        Assert.True(never.IsStopped);
    }
}
