using System.Net;
using System.Net.Sockets;
using CoGen.Servers;

namespace CoGen.Tests.Servers;

public class DatagramServerTests
{
    [Fact]
    public void Each_datagram_gets_a_handler_which_may_answer()
    {
        using BackgroundLoop loop = BackgroundLoop.Start();
        DatagramServer server = new("127.0.0.1:0", async Coroutine (received) => await received.ReplyAsync(received.Data), new ServerOptions { Scheduler = loop.Scheduler });
        server.Start();
        using Socket client = Loopback.Datagrams();
        byte[] buffer = new byte[100];
        for (byte i = 0; i < 5; i++)
        {
            client.SendTo([i, i], server.LocalEndPoint!);
            EndPoint from = new IPEndPoint(IPAddress.Any, 0);
            Assert.Equal(2, client.ReceiveFrom(buffer, ref from));
            Assert.Equal((i, server.LocalEndPoint), (buffer[0], from));
        }

        Assert.Equal(5, server.TakenCount);
        Assert.True(server.Stop());
        Assert.Throws<ObjectDisposedException>(() => server.SendTo([1], client.LocalEndPoint!));
    }

    [Fact]
    public void T81_What_comes_while_it_does_not_accept_waits()
    {
        using BackgroundLoop loop = BackgroundLoop.Start();
        List<byte> seen = [];
        DatagramServer server = new("127.0.0.1:0", async Coroutine (received) => seen.Add(received.Data.Span[0]), new ServerOptions { Scheduler = loop.Scheduler });
        server.Start();
        loop.Scheduler.Run(async Coroutine () => server.StopAccepting());
        using Socket client = Loopback.Datagrams();
        client.SendTo([7], server.LocalEndPoint!);
        loop.Scheduler.Run(async Coroutine () => await Co.SleepAsync(5));
        Assert.Empty(seen);

        server.StartAccepting();
        Loopback.Until(() => server.TakenCount == 1);
        server.Stop();
        Assert.Equal([7], seen);
    }

    [Fact]
    public void Unix_domain_sockets_take_datagrams_too()
    {
        using BackgroundLoop loop = BackgroundLoop.Start();
        DirectoryInfo folder = Directory.CreateTempSubdirectory("cogen-");
        string path = Path.Combine(folder.FullName, "s");
        CoEvent came = new();
        DatagramServer server = new($"unix:{path}", async Coroutine (_) => came.Set(), new ServerOptions { Scheduler = loop.Scheduler });
        server.Start();
        using (Socket client = new(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified)) client.SendTo([1], new UnixDomainSocketEndPoint(path));
        Assert.True(came.Wait(TimeSpan.FromSeconds(60)));
        server.Stop();
        Assert.False(File.Exists(path));
        folder.Delete(recursive: true);
    }
}
