using System.Net;
using System.Net.Sockets;
using CoGen.Clients.Tests.Harness;

namespace CoGen.Clients.Tests.Network;

/// <summary>What gevent's tests say of sockets (T78 to T80), in blocking calls that are yields.</summary>
public sealed partial class SocketContractTests : IDisposable
{
    private readonly Socket _here;
    private readonly Socket _there;

    public SocketContractTests()
    {
        using Socket listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen();
        _there = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        _there.Connect(listener.LocalEndPoint!);
        _here = listener.Accept();
    }

    public void Dispose()
    {
        _here.Dispose();
        _there.Dispose();
    }

    [Fact]
    public void T78_A_socket_that_another_fiber_closes_ends_the_read_that_waits_with_an_error()
    {
        Fiber<string> reading = Co.Spawn(ErrorOfRead, _here);
        Crowd.Join(Co.Spawn(CloseLater, _here));
        Assert.Contains(reading.Result, (string[])[nameof(SocketError.OperationAborted), nameof(SocketError.Interrupted), nameof(ObjectDisposedException)]);
    }

    [Fact]
    public void T78_A_second_reader_waits_behind_the_first_and_each_gets_its_own()
    {
        // gevent refuses it; .NET keeps reads in order.
        Fiber<int> first = Co.Spawn(ReadByte, _here);
        Fiber<int> second = Co.Spawn(ReadByte, _here);
        Crowd.Join(Co.Spawn(WriteBytes, _there));
        Assert.Equal((1, 2), (first.Result, second.Result));
    }

    [Fact]
    public void T79_Timeouts_of_the_socket_are_told_as_such_and_it_stays_usable()
    {
        _here.ReceiveTimeout = 20;
        Assert.Equal(nameof(SocketError.TimedOut), Co.Spawn(ErrorOfRead, _here).Result);
        _there.Send([7]);
        Assert.Equal(7, Co.Spawn(ReadByte, _here).Result);
    }

    [Fact]
    public void T79_What_is_there_already_is_no_matter_of_time()
    {
        _here.ReceiveTimeout = 1;
        for (byte sent = 0; sent < 200; sent++)
        {
            _there.Send([sent]);
            Assert.Equal(sent, Co.Spawn(ReadByte, _here).Result);
        }
    }

    [Fact]
    public void T79_A_peer_that_reads_nothing_holds_a_send_no_longer_than_its_timeout()
    {
        _here.SendTimeout = 50;
        Assert.Equal(nameof(SocketError.TimedOut), Co.Spawn(ErrorOfSends, _here).Result);
    }

    [Fact]
    public void T79_A_socket_that_does_not_block_tries_once_and_an_empty_send_is_none()
    {
        _here.Blocking = false;
        Assert.Equal(nameof(SocketError.WouldBlock), Co.Spawn(ErrorOfRead, _here).Result);
        Assert.Equal(nameof(SocketError.WouldBlock), Co.Spawn(ErrorOfSends, _here).Result);
        _there.Blocking = true;
        Assert.Equal(0, Co.Spawn(SendNothing, _there).Result);
    }

    [Fact]
    public void T79_One_fiber_reads_while_another_writes()
    {
        Fiber<int> reading = Co.Spawn(ReadAll, _here);
        Crowd.Join(Co.Spawn(WriteMuch, _here), Co.Spawn(Mirror, _there));
        Assert.Equal(1_000_000, reading.Result);
    }

    [Fact]
    public void T80_Select_and_Poll_tell_what_is_ready_and_others_go_on_meanwhile()
    {
        Fiber<string> selecting = Co.Spawn(Select, _here, _there);
        Fiber<bool> polling = Co.Spawn(Poll, _there);
        Crowd.Join(Co.Spawn(SendLater, _here));
        Assert.Equal("there", selecting.Result);
        Assert.True(polling.Result);
    }

    [Fact]
    public void T80_A_socket_that_was_closed_before_is_an_error_and_one_that_is_closed_meanwhile_ends_the_wait()
    {
        _here.Dispose();
        Assert.Equal(nameof(ObjectDisposedException), Co.Spawn(ErrorOfPoll, _here).Result);
        Fiber<string> polling = Co.Spawn(ErrorOfPoll, _there);
        Crowd.Join(Co.Spawn(CloseLater, _there));
        Assert.Contains(polling.Result, (string[])["", nameof(ObjectDisposedException), nameof(SocketException)]);
    }

    [Coroutine]
    private static string ErrorOfRead(Socket socket)
    {
        try
        {
            socket.Receive(new byte[1]);
            return "";
        }
        catch (SocketException error)
        {
            return error.SocketErrorCode.ToString();
        }
        catch (ObjectDisposedException)
        {
            return nameof(ObjectDisposedException);
        }
    }

    [Coroutine]
    private static string ErrorOfSends(Socket socket)
    {
        byte[] much = new byte[1 << 20];
        try
        {
            while (true) socket.Send(much);
        }
        catch (SocketException error)
        {
            return error.SocketErrorCode.ToString();
        }
    }

    [Coroutine]
    private static string ErrorOfPoll(Socket socket)
    {
        try
        {
            socket.Poll(60_000_000, SelectMode.SelectRead);
            return "";
        }
        catch (Exception error) when (error is ObjectDisposedException or SocketException)
        {
            return error.GetType().Name;
        }
    }

    [Coroutine]
    private static void CloseLater(Socket socket)
    {
        Thread.Sleep(5);
        socket.Close();
    }

    [Coroutine]
    private static void SendLater(Socket socket)
    {
        Thread.Sleep(5);
        socket.Send([1]);
    }

    [Coroutine]
    private static int ReadByte(Socket socket)
    {
        byte[] one = new byte[1];
        return socket.Receive(one) == 0 ? -1 : one[0];
    }

    [Coroutine]
    private static void WriteBytes(Socket socket)
    {
        for (byte i = 1; i <= 2; i++)
        {
            Thread.Sleep(1);
            socket.Send([i]);
        }
    }

    [Coroutine]
    private static int SendNothing(Socket socket) => socket.Send(Array.Empty<byte>());

    [Coroutine]
    private static int ReadAll(Socket socket)
    {
        byte[] buffer = new byte[10_000];
        int all = 0;
        int count;
        while ((count = socket.Receive(buffer)) > 0) all += count;
        return all;
    }

    [Coroutine]
    private static void WriteMuch(Socket socket)
    {
        for (int i = 0; i < 100; i++) socket.Send(new byte[10_000]);
        socket.Shutdown(SocketShutdown.Send);
    }

    [Coroutine]
    private static void Mirror(Socket socket)
    {
        byte[] buffer = new byte[10_000];
        int count;
        while ((count = socket.Receive(buffer)) > 0) socket.Send(buffer, count, SocketFlags.None);
        socket.Shutdown(SocketShutdown.Send);
    }

    [Coroutine]
    private static string Select(Socket here, Socket there)
    {
        List<Socket> ready = [here, there];
        Socket.Select(ready, null, null, 60_000_000);
        return ready is [var one] && one == there ? "there" : $"{ready.Count}";
    }

    [Coroutine]
    private static bool Poll(Socket socket) => socket.Poll(60_000_000, SelectMode.SelectRead);
}
