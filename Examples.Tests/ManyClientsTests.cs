using System.Net;
using System.Net.Sockets;

namespace CoGen.Examples.Tests;

/// <summary>Clients of one server, which runs them all on one thread: ten thousand, and more than it may have.</summary>
public class ManyClientsTests
{
    private const int Clients = 10_000;
    private const int AtOnce = 250;
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(1);

    [Fact]
    public void Ten_thousand_clients_that_are_there_at_once_are_answered_and_nothing_is_left_of_them()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Open files are counted in /proc.");
        string door = Path.Combine(Path.GetTempPath(), $"cogen-door-{Environment.ProcessId}.sock");
        using Example example = Example.Serve(out IPEndPoint address, "echo", "127.0.0.1:0", $"unix:{door}");
        Assert.SkipWhen(example.MostFiles < Clients + 1000, $"A process may not open {Clients} files here.");
        using Backdoor backdoor = new(door);
        string fibers = backdoor.CountFibers();
        int before = example.OpenFiles();
        Socket[] clients = [.. Enumerable.Range(0, Clients).Select(_ => new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp))];

        foreach (Socket[] some in clients.Chunk(AtOnce)) Task.WaitAll(some.Select(client => client.ConnectAsync(address)));
        byte[] one = new byte[1];
        for (int round = 0; round < 2; round++)
        {
            for (int i = 0; i < Clients; i++) clients[i].Send([(byte)i]);
            for (int i = 0; i < Clients; i++)
            {
                Assert.Equal(1, clients[i].Receive(one));
                Assert.Equal((byte)i, one[0]);
            }
        }

        Assert.True(example.OpenFiles() >= Clients);
        Assert.Equal($"{Clients}", backdoor.Ask("clients"));
        for (int i = 0; i < Clients; i++)
        {
            // Of every three, one goes in peace, one says the end first, and one resets the connection.
            if (i % 3 == 1) clients[i].Shutdown(SocketShutdown.Send);
            if (i % 3 == 2) clients[i].LingerState = new LingerOption(true, 0);
            clients[i].Dispose();
        }

        // The runtime opens some of its own as it goes on.
        Assert.True(SpinWait.SpinUntil(() => backdoor.Ask("clients") == "0" && example.OpenFiles() < before + 100, s_patience));
        Assert.True(SpinWait.SpinUntil(() => backdoor.CountFibers() == fibers, s_patience), $"{backdoor.CountFibers()} are left of {fibers}.");
        using Socket last = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        last.Connect(address);
        last.Send([1]);
        Assert.Equal(1, last.Receive(one));
        example.Signal("TERM");
        Assert.Equal(143, example.ExitCode());
        Assert.Empty(example.Errors());
    }

    [Fact]
    public void With_no_more_files_to_open_a_server_says_so_and_waits_and_serves_whom_it_has_and_goes_on_when_there_are_some()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Elsewhere the limit is another.");
        Client.Require("prlimit");
        using Example example = Example.Serve(hasOneWorker: true, out IPEndPoint address, "echo", "127.0.0.1:0");
        using Socket first = Connect(address);

        // To start a thread takes a file, and .NET ends a process that cannot start one: it has its threads before.
        for (int round = 0; round < 200; round++) AssertEchoes(first, (byte)round);
        long most = example.MostFiles;
        example.MostFiles = 1;

        // The system makes its connection, whether the server takes it or not.
        using Socket second = Connect(address);
        second.Send([2]);
        string why = example.ReadErrorLine();
        Assert.Contains("StreamServer", why, StringComparison.Ordinal);
        Assert.Contains("Too many open files", why, StringComparison.Ordinal);
        for (byte round = 0; round < 3; round++) AssertEchoes(first, round);
        Assert.Equal(0, second.Available);

        example.MostFiles = most;
        byte[] one = new byte[1];
        Assert.Equal(1, second.Receive(one));
        Assert.Equal(2, one[0]);
        example.Signal("TERM");
        Assert.Equal(143, example.ExitCode());
    }

    private static Socket Connect(IPEndPoint address)
    {
        Socket client = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { ReceiveTimeout = (int)s_patience.TotalMilliseconds };
        client.Connect(address);
        return client;
    }

    private static void AssertEchoes(Socket client, byte sent)
    {
        byte[] one = new byte[1];
        client.Send([sent]);
        Assert.Equal(1, client.Receive(one));
        Assert.Equal(sent, one[0]);
    }
}
