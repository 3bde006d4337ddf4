using System.Net;
using System.Net.Sockets;

namespace CoGen.Examples.Tests;

/// <summary>Clients of one server, which runs them all on one thread.</summary>
public class ManyClientsTests
{
    private const int Clients = 10_000;
    private const int AtOnce = 250;
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(1);

    [Fact]
    public void Ten_thousand_clients_that_are_there_at_once_are_answered_and_nothing_is_left_of_them()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Open files are counted in /proc.");
        Assert.SkipWhen(MostFiles() < Clients + 1000, $"A process may not open {Clients} files here.");
        string door = Path.Combine(Path.GetTempPath(), $"cogen-door-{Environment.ProcessId}.sock");
        using Example example = Example.Serve(out IPEndPoint address, "echo", "127.0.0.1:0", $"unix:{door}");
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

    private static long MostFiles()
    {
        string line = File.ReadLines("/proc/self/limits").First(line => line.StartsWith("Max open files", StringComparison.Ordinal));
        string soft = line["Max open files".Length..].Trim().Split(' ')[0];
        return soft == "unlimited" ? long.MaxValue : long.Parse(soft, System.Globalization.CultureInfo.InvariantCulture);
    }
}
