using System.Net.Sockets;
using CoGen.Servers;

namespace CoGen.Tests.Servers;

public class AcceptDelayTests
{
    [Fact]
    public void After_errors_in_a_row_the_server_waits_ever_longer_up_to_a_bound_and_a_success_makes_it_quick_again()
    {
        // The clients are there before the server is: what passes is virtual time alone.
        VirtualClock clock = Virtual.Clock();
        LoopScheduler loop = new(clock);
        using Socket listener = Loopback.Listen();
        Socket[] clients = [.. Enumerable.Range(0, 12).Select(_ => Connect(listener))];
        List<double> times = [];
        int answered = 0;
        StreamServer? server = null;
        server = new StreamServer(listener, async Coroutine (client) => answered++, new StreamServerOptions
        {
            Spawner = run =>
            {
                times.Add(clock.Elapsed.TotalMilliseconds);
                if (times.Count is 9 or 12) return Co.Spawn(run);
                throw new InvalidOperationException("full");
            },
        });
        int errors = 0;
        server.ErrorOccurred += (_, _) => errors++;
        loop.Run(async Coroutine () =>
        {
            server.Start();
            while (answered < 2) await Co.SleepAsync(1);
            await server.StopAsync();
        });

        Assert.Equal([0, 10, 30, 70, 150, 310, 630, 1270, 2270, 2270, 2280, 2300], times);
        Assert.Equal(10, errors);
        Array.ForEach(clients, client => client.Dispose());
    }

    private static Socket Connect(Socket listener)
    {
        Socket client = new(SocketType.Stream, ProtocolType.Tcp);
        client.Connect(listener.LocalEndPoint!);
        return client;
    }
}
