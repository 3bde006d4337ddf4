using System.Net.Sockets;
using CoGen.Servers;

namespace CoGen.Tests.Servers;

/// <summary>Slow clients and silent ones. Their times are real, and short.</summary>
public class ServerTimeoutTests
{
    private static readonly TimeSpan s_short = TimeSpan.FromMilliseconds(30);

    [Fact]
    public void A_client_that_sends_nothing_is_told_so_and_the_connection_is_still_good_for_that()
    {
        using ServerHost host = new ServerHost(async Coroutine (client) =>
        {
            try
            {
                await client.ReadExactlyAsync(new byte[1], Co.Token);
            }
            catch (IOException error)
            {
                await client.WriteAsync(System.Text.Encoding.UTF8.GetBytes(error.Message));
                throw;
            }
        }, new StreamServerOptions { ReadTimeout = s_short }).Start();
        using Socket client = host.Connect();
        Assert.Equal("The client has sent nothing in time.", ServerHost.ReadToEnd(client));
        Assert.Equal(ConnectionEnd.TimedOut, host.NextEnd().Reason);
    }

    [Fact]
    public void A_client_that_reads_nothing_holds_no_writer()
    {
        using ServerHost host = new ServerHost(async Coroutine (client) =>
        {
            while (true) await client.WriteAsync(new byte[1 << 20], Co.Token);
        }, new StreamServerOptions { WriteTimeout = s_short }).Start();
        using Socket client = host.Connect();
        ConnectionEndedEventArgs end = host.NextEnd();
        Assert.Equal(ConnectionEnd.TimedOut, end.Reason);
        Assert.Equal("The client has taken nothing in time.", end.Error!.Message);
    }

    [Fact]
    public void Nobody_is_idle_while_bytes_pass_in_the_other_direction()
    {
        bool wasIdle = false;
        using ServerHost host = new ServerHost(async Coroutine (client) =>
        {
            Fiber reading = Co.Spawn(async Coroutine () =>
            {
                try
                {
                    await client.ReadExactlyAsync(new byte[1], Co.Token);
                }
                catch (IOException)
                {
                    wasIdle = true;
                }
            });
            for (int i = 0; i < 20 && !wasIdle; i++)
            {
                await client.WriteAsync("x"u8.ToArray());
                await Co.SleepAsync(25);
            }

            await reading.JoinAsync();
        }, new StreamServerOptions { IdleTimeout = TimeSpan.FromMilliseconds(300) }).Start();
        using Socket client = host.Connect();
        byte[] buffer = new byte[100];
        int read = 0;
        while (read < 20) read += client.Receive(buffer);
        Assert.False(wasIdle);
        Assert.Equal("", ServerHost.ReadToEnd(client));
        Assert.True(wasIdle);
    }

    [Fact]
    public void The_timeouts_of_a_connection_are_its_own_and_may_be_changed()
    {
        using ServerHost host = new ServerHost(async Coroutine (client) =>
        {
            Assert.Equal(Timeout.Infinite, client.ReadTimeout);
            client.ReadTimeout = 30;
            Assert.Throws<ArgumentOutOfRangeException>(() => client.WriteTimeout = 0);
            using StreamReader lines = new(client);
            await lines.ReadLineAsync(Co.Token);
        }).Start();
        using Socket client = host.Connect();
        Assert.Equal(ConnectionEnd.TimedOut, host.NextEnd().Reason);
    }
}
