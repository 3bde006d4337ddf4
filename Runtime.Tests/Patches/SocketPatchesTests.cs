using System.Collections;
using System.Net;
using System.Net.Sockets;
using CoGen.Patches;

namespace CoGen.Tests;

public class SocketPatchesTests : Staged
{
    private static readonly byte[] s_hello = "hello"u8.ToArray();

    [Fact]
    public void What_is_sent_in_one_way_is_received_in_another_while_others_go_on()
    {
        (Socket here, Socket there) = Loopback.Pair();
        Run(async () =>
        {
            byte[] buffer = new byte[16];
            Fiber<int> reader = Co.Spawn(() => SocketPatches.ReceiveAsync(here, buffer, 3, 5, SocketFlags.None));
            await Co.YieldAsync();
            Assert.False(reader.IsFinished);
            Assert.Equal(5, await SocketPatches.SendAsync(there, s_hello));
            Assert.Equal(5, await reader);
            Assert.Equal(s_hello, buffer[3..8]);

            Assert.Equal(2, await SocketPatches.SendAsync(there, s_hello, 2, SocketFlags.None));
            Assert.Equal(2, await SocketPatches.ReceiveAsync(here, buffer));
            Assert.Equal(3, await SocketPatches.SendAsync(there, s_hello.AsMemory(2)));
            Assert.Equal(1, await SocketPatches.ReceiveAsync(here, buffer, 1, SocketFlags.None));
            Assert.Equal(2, await SocketPatches.ReceiveAsync(here, buffer.AsMemory()));

            List<ArraySegment<byte>> parts = [new(s_hello, 0, 2), new(s_hello, 2, 3)];
            Assert.Equal(5, await SocketPatches.SendAsync(there, parts));
            List<ArraySegment<byte>> into = [new(buffer, 0, 1), new(buffer, 8, 8)];
            Assert.Equal(5, await SocketPatches.ReceiveAsync(here, into));
            Assert.Equal("h"u8.ToArray(), buffer[..1]);
            Assert.Equal("ello"u8.ToArray(), buffer[8..12]);
            there.Dispose();
            Assert.Equal(0, await SocketPatches.ReceiveAsync(here, into));
            Assert.Equal(0, await SocketPatches.ReceiveAsync(here, buffer, SocketFlags.None));
        });
        here.Dispose();
    }

    [Fact]
    public void Errors_come_as_codes_where_the_original_returns_codes()
    {
        (Socket here, Socket there) = Loopback.Pair();
        Run(async () =>
        {
            Ref<SocketError> code = Ref.New(SocketError.NoData);
            byte[] buffer = new byte[8];
            Assert.Equal(5, await SocketPatches.SendAsync(there, s_hello, 0, 5, SocketFlags.None, code));
            Assert.Equal(SocketError.Success, code.Value);
            Assert.Equal(5, await SocketPatches.ReceiveAsync(here, buffer, 0, 8, SocketFlags.None, code));
            Assert.Equal(SocketError.Success, code.Value);

            here.ReceiveTimeout = 1;
            Assert.Equal(0, await SocketPatches.ReceiveAsync(here, buffer, 0, 8, SocketFlags.None, code));
            Assert.Equal(SocketError.TimedOut, code.Value);
            Assert.Equal(0, await SocketPatches.ReceiveAsync(here, [new(buffer)], SocketFlags.None, code));
            Assert.Equal(SocketError.TimedOut, code.Value);

            here.Blocking = false;
            Assert.Equal(0, await SocketPatches.ReceiveAsync(here, buffer, 0, 8, SocketFlags.None, code));
            Assert.Equal(SocketError.WouldBlock, code.Value);
        });
        here.Dispose();
        there.Dispose();
    }

    [Fact]
    public void Wrong_arguments_and_closed_sockets_are_refused_as_by_the_original()
    {
        (Socket here, Socket there) = Loopback.Pair();
        Assert.Throws<ArgumentNullException>("buffer", () => Run(() => SocketPatches.ReceiveAsync(here, (byte[])null!)));
        Assert.Throws<ArgumentOutOfRangeException>("offset", () => Run(() => SocketPatches.ReceiveAsync(here, s_hello, 9, 1, SocketFlags.None)));
        Assert.Throws<ArgumentOutOfRangeException>("size", () => Run(() => SocketPatches.SendAsync(here, s_hello, 1, 5, SocketFlags.None)));
        Assert.Throws<ArgumentNullException>("remoteEP", () => Run(() => SocketPatches.SendToAsync(here, s_hello, null!)));
        Assert.Throws<ArgumentException>("buffers", () => Run(() => SocketPatches.ReceiveAsync(here, new List<ArraySegment<byte>>())));
        Assert.Throws<NullReferenceException>(() => Run(() => SocketPatches.ReceiveAsync(null!, s_hello)));
        here.Dispose();
        there.Dispose();
        Assert.Throws<ObjectDisposedException>(() => Run(() => SocketPatches.ReceiveAsync(here, s_hello)));
        Assert.Throws<ObjectDisposedException>(() => Run(() => SocketPatches.SendAsync(here, s_hello)));
    }

    [Fact]
    public void The_timeouts_of_the_socket_hold_and_leave_it_usable()
    {
        (Socket here, Socket there) = Loopback.Pair();
        Run(async () =>
        {
            here.ReceiveTimeout = 1;
            byte[] buffer = new byte[1 << 20];
            SocketException error = await Virtual.Throws<SocketException>(async () => await SocketPatches.ReceiveAsync(here, buffer));
            Assert.Equal(SocketError.TimedOut, error.SocketErrorCode);
            there.Send(s_hello);
            here.ReceiveTimeout = 0;
            Assert.Equal(5, await SocketPatches.ReceiveAsync(here, buffer));

            there.SendTimeout = 1;
            error = await Virtual.Throws<SocketException>(async () =>
            {
                while (true) await SocketPatches.SendAsync(there, buffer);
            });
            Assert.Equal(SocketError.TimedOut, error.SocketErrorCode);
        });
        here.Dispose();
        there.Dispose();
    }

    [Fact]
    public void A_kill_ends_the_wait_and_leaves_the_socket_usable()
    {
        (Socket here, Socket there) = Loopback.Pair();
        using Socket datagrams = Loopback.Datagrams();
        Run(async () =>
        {
            byte[] buffer = new byte[8];
            here.ReceiveTimeout = int.MaxValue;
            Fiber[] fibers =
            [
                Co.Spawn(() => SocketPatches.ReceiveAsync(here, buffer)),
                Co.Spawn(() => SocketPatches.ReceiveAsync(there, new List<ArraySegment<byte>> { new(buffer) })),
                Co.Spawn(() => SocketPatches.ReceiveFromAsync(datagrams, buffer, Ref.New<EndPoint>(new IPEndPoint(IPAddress.Any, 0)))),
                Co.Spawn(() => SocketPatches.PollAsync(here, -1, SelectMode.SelectRead)),
            ];
            await Co.YieldAsync();
            foreach (Fiber fiber in fibers)
            {
                await fiber.KillAsync();
                Assert.Equal(FiberState.Killed, fiber.State);
            }

            using (TimeoutScope scope = new(Virtual.Ms(1)))
            {
                scope.Start();
                await Virtual.Throws<OperationCanceledException>(async () => await SocketPatches.ReceiveAsync(here, buffer));
                Assert.True(scope.HasExpired);
                scope.Cancel();
            }

            Assert.False(await Co.TryWithTimeoutAsync(Virtual.Ms(1), async Coroutine () => await SocketPatches.ReceiveAsync(here, buffer)));
            there.Send(s_hello);
            Assert.Equal(5, await SocketPatches.ReceiveAsync(here, buffer));
        });
        here.Dispose();
        there.Dispose();
    }

    [Fact]
    public void Datagrams_come_with_their_sender()
    {
        using Socket here = Loopback.Datagrams();
        using Socket there = Loopback.Datagrams();
        here.SetSocketOption(SocketOptionLevel.IP, SocketOptionName.PacketInformation, true);
        Run(async () =>
        {
            byte[] buffer = new byte[16];
            Ref<EndPoint> sender = Ref.New<EndPoint>(new IPEndPoint(IPAddress.Any, 0));
            Fiber<int> reader = Co.Spawn(() => SocketPatches.ReceiveFromAsync(here, buffer, sender));
            await Co.YieldAsync();
            Assert.Equal(5, await SocketPatches.SendToAsync(there, s_hello, here.LocalEndPoint!));
            Assert.Equal(5, await reader);
            Assert.Equal(there.LocalEndPoint, sender.Value);

            sender.Value = new IPEndPoint(IPAddress.Any, 0);
            Assert.Equal(3, await SocketPatches.SendToAsync(there, s_hello, 2, 3, SocketFlags.None, here.LocalEndPoint!));
            Ref<SocketFlags> flags = Ref.New(SocketFlags.None);
            Ref<IPPacketInformation> information = Ref.New<IPPacketInformation>();
            Assert.Equal(3, await SocketPatches.ReceiveMessageFromAsync(here, buffer, 1, 8, flags, sender, information));
            Assert.Equal(there.LocalEndPoint, sender.Value);
            Assert.Equal(IPAddress.Loopback, information.Value.Address);
            Assert.Equal("llo"u8.ToArray(), buffer[1..4]);

            here.ReceiveTimeout = 1;
            SocketException error = await Virtual.Throws<SocketException>(async () => await SocketPatches.ReceiveFromAsync(here, buffer, sender));
            Assert.Equal(SocketError.TimedOut, error.SocketErrorCode);
            await Virtual.Throws<ArgumentNullException>(async () => await SocketPatches.ReceiveFromAsync(here, buffer, Ref.New<EndPoint>(null!)));
        });
    }

    [Fact]
    public void A_datagram_client_receives_and_heeds_its_timeout()
    {
        using UdpClient client = new(new IPEndPoint(IPAddress.Loopback, 0));
        using Socket there = Loopback.Datagrams();
        Run(async () =>
        {
            Ref<IPEndPoint?> sender = Ref.New<IPEndPoint?>(null);
            Fiber<byte[]> reader = Co.Spawn(() => UdpClientPatches.ReceiveAsync(client, sender));
            await Co.YieldAsync();
            there.SendTo(s_hello, client.Client.LocalEndPoint!);
            Assert.Equal(s_hello, await reader);
            Assert.Equal(there.LocalEndPoint, sender.Value);
            client.Client.ReceiveTimeout = 1;
            SocketException error = await Virtual.Throws<SocketException>(async () => await UdpClientPatches.ReceiveAsync(client, sender));
            Assert.Equal(SocketError.TimedOut, error.SocketErrorCode);
            client.Dispose();
            await Virtual.Throws<ObjectDisposedException>(async () => await UdpClientPatches.ReceiveAsync(client, sender));
        });
    }

    [Fact]
    public async Task Outside_fibers_they_wait_as_asynchronous_methods_do()
    {
        (Socket here, Socket there) = Loopback.Pair();
        byte[] buffer = new byte[8];
        Task<int> read = SocketPatches.ReceiveAsync(here, buffer).AsTask();
        Task<bool> poll = SocketPatches.PollAsync(there, -1, SelectMode.SelectWrite).AsTask();
        Assert.Equal(5, await SocketPatches.SendAsync(there, s_hello));
        Assert.Equal(5, await read);
        Assert.True(await poll);
        here.ReceiveTimeout = 1;
        SocketException error = await Assert.ThrowsAsync<SocketException>(async () => await SocketPatches.ReceiveAsync(here, buffer));
        Assert.Equal(SocketError.TimedOut, error.SocketErrorCode);
        here.Dispose();
        there.Dispose();
    }

    [Fact]
    public void Poll_and_Select_wait_until_a_socket_is_ready()
    {
        (Socket here, Socket there) = Loopback.Pair();
        (Socket idle, Socket other) = Loopback.Pair();
        using Socket listener = Loopback.Listen();
        Run(async () =>
        {
            Assert.True(await SocketPatches.PollAsync(here, -1, SelectMode.SelectWrite));
            Assert.False(await SocketPatches.PollAsync(here, 0, SelectMode.SelectRead));
            Assert.False(await SocketPatches.PollAsync(here, 1000, SelectMode.SelectRead));
            Assert.False(await SocketPatches.PollAsync(here, Virtual.Ms(1), SelectMode.SelectRead));
            ArrayList all = [idle, here];
            await SocketPatches.SelectAsync(all, null, null, 1000);
            Assert.Empty(all);

            Fiber<bool> poll = Co.Spawn(() => SocketPatches.PollAsync(here, -1, SelectMode.SelectRead));
            all = [idle, here];
            Fiber select = Co.Spawn(() => SocketPatches.SelectAsync(all, null, null, Timeout.InfiniteTimeSpan));
            Fiber<bool> accept = Co.Spawn(() => SocketPatches.PollAsync(listener, -1, SelectMode.SelectRead));
            await Co.YieldAsync();
            Assert.False(poll.IsFinished || select.IsFinished || accept.IsFinished);
            there.Send(s_hello);
            Assert.True(await poll);
            await select;
            Assert.Equal([here], all.Cast<Socket>());
            using Socket client = new(SocketType.Stream, ProtocolType.Tcp);
            client.Connect(listener.LocalEndPoint!);
            Assert.True(await accept);
            await Virtual.Throws<ArgumentNullException>(() => SocketPatches.SelectAsync(null, null, null, 0));
        });
        foreach (Socket socket in new[] { here, there, idle, other }) socket.Dispose();
    }

    [Fact]
    public void A_network_stream_heeds_its_timeouts_with_the_exceptions_of_the_original()
    {
        (Socket here, Socket there) = Loopback.Pair();
        using NetworkStream stream = new(here, ownsSocket: true);
        stream.ReadTimeout = 1;
        IOException original = Assert.Throws<IOException>(() => stream.Read(new byte[1], 0, 1));
        Run(async () =>
        {
            IOException error = await Virtual.Throws<IOException>(async () => await NetworkStreamPatches.ReadAsync(stream, new byte[1], 0, 1));
            Assert.Equal(original.Message, error.Message);
            Assert.Equal(SocketError.TimedOut, Assert.IsType<SocketException>(error.InnerException).SocketErrorCode);
            stream.ReadTimeout = Timeout.Infinite;
            there.Send(s_hello);
            byte[] buffer = new byte[2];
            Assert.Equal(2, await NetworkStreamPatches.ReadAsync(stream, buffer, 0, 2));
            Assert.Equal('l', await StreamPatches.ReadByteAsync(stream));
            Assert.Equal(2, await NetworkStreamPatches.ReadAsync(stream, buffer.AsMemory()));
            await NetworkStreamPatches.WriteAsync(stream, s_hello, 1, 2);
            await StreamPatches.WriteByteAsync(stream, (byte)'!');
            Loopback.Until(() => there.Available == 3);
            there.Shutdown(SocketShutdown.Send);
            Assert.Equal(-1, await StreamPatches.ReadByteAsync(stream));
            stream.WriteTimeout = 1;
            error = await Virtual.Throws<IOException>(async () =>
            {
                while (true) await NetworkStreamPatches.WriteAsync(stream, new byte[1 << 20].AsMemory());
            });
            Assert.StartsWith("Unable to write data to the transport connection: ", error.Message, StringComparison.Ordinal);
            stream.Dispose();
            await Virtual.Throws<ObjectDisposedException>(async () => await NetworkStreamPatches.ReadAsync(stream, new byte[1], 0, 1));
        });
        there.Dispose();
    }

    [Fact]
    public void A_client_connects_where_it_is_made()
    {
        using Socket listener = Loopback.Listen();
        int port = ((IPEndPoint)listener.LocalEndPoint!).Port;
        Run(async () =>
        {
            using TcpClient client = await TcpClientPatches.NewAsync("127.0.0.1", port);
            Assert.True(client.Connected);
            await Virtual.Throws<ArgumentNullException>(async () => await TcpClientPatches.NewAsync(null!, port));
            await Virtual.Throws<ArgumentOutOfRangeException>(async () => await TcpClientPatches.NewAsync("127.0.0.1", -1));
        });
        listener.Dispose();
        Assert.Throws<SocketException>(() => Run(() => TcpClientPatches.NewAsync("127.0.0.1", port)));
    }
}

public sealed class SocketPatchesTestsOnPool : SocketPatchesTests
{
    private protected override Scheduler Create(VirtualClock clock) => new PoolScheduler(clock);
}
