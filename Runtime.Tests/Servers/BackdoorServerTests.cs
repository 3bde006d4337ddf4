using System.Net;
using System.Net.Sockets;
using CoGen.Servers;

namespace CoGen.Tests.Servers;

public class BackdoorServerTests
{
    [Theory]
    [InlineData("8080")]
    [InlineData("0.0.0.0:0")]
    [InlineData("[::]:0")]
    [InlineData("example.org:80")]
    public void An_address_that_others_can_reach_is_refused(string address) => Assert.Throws<ArgumentException>(() => new BackdoorServer(address));

    [Fact]
    public void T82_Ten_sessions_at_once_see_each_their_own_and_a_timeout_in_one_is_told_to_that_one()
    {
        using Door door = new();
        CoSemaphore go = new(0);
        door.Server.AddCommand("say", "says it, later", async Coroutine<string> (words) =>
        {
            for (int i = 0; i < int.Parse(words[0], System.Globalization.CultureInfo.InvariantCulture); i++) await Co.YieldAsync();
            await go.WaitAsync();
            return $"said {words[0]}";
        });
        door.Server.AddCommand("late", "is too late", async Coroutine<string> (words) =>
        {
            using (Co.TimeoutAfter(TimeSpan.FromMilliseconds(5), $"late {words[0]}")) await Co.SleepAsync(Timeout.InfiniteTimeSpan);
            return "";
        });
        Session[] sessions = [.. Enumerable.Range(0, 10).Select(_ => door.Enter())];
        for (int i = 0; i < sessions.Length; i++) sessions[i].Send(i % 2 == 0 ? $"say {i}" : $"late {i}");
        go.Release(5);
        for (int i = 0; i < sessions.Length; i++) Assert.EndsWith(i % 2 == 0 ? $"said {i}\n" : $"late {i}\n", sessions[i].Answer());
        Assert.Equal(10, door.Server.SessionCount);
        foreach (Session session in sessions) session.Dispose();
    }

    [Fact]
    public void T82_To_quit_ends_the_session_alone()
    {
        using Door door = new();
        using Session first = door.Enter();
        using Session second = door.Enter();
        first.Send("quit");
        Assert.Null(first.Answer());
        Assert.StartsWith("help ", second.Ask("help"));
        using Session third = door.Enter();
        third.Send("exit");
        Assert.Null(third.Answer());
        Assert.Contains("quit", second.Ask("help"));
    }

    [Fact]
    public void Fibers_are_listed_shown_and_killed()
    {
        using Door door = new();
        CoEvent never = new() { Name = "never" };
        Fiber waiting = door.Scheduler.Spawn(async Coroutine () => await never.WaitAsync()).Named("patient");
        using Session session = door.Enter();
        Loopback.Until(() => session.Ask("fibers")!.Contains($"{waiting.Id} 'patient' waits for", StringComparison.Ordinal));
        Assert.Contains("never", session.Ask($"fiber {waiting.Id}"));
        Assert.Equal("patient was told to end.\n", session.Ask($"kill {waiting.Id}"));
        waiting.Join();
        Assert.Equal(FiberState.Killed, waiting.State);
        Assert.Equal($"ArgumentException: There is no fiber {waiting.Id}.\n", session.Ask($"kill {waiting.Id}"));
        Assert.StartsWith("ArgumentException: Give the number", session.Ask("fiber x"));
        Assert.Contains("fibers, ", session.Ask("schedulers"));
        Assert.Contains("bytes before", session.Ask("gc"));
        Assert.Equal("There is no 'nonsense': see 'help'.\n", session.Ask("nonsense"));
        Assert.Equal("", session.Ask(" "));
    }

    [Fact]
    public void Its_end_ends_all_sessions()
    {
        Door door = new();
        using Session session = door.Enter();
        door.Dispose();
        Assert.Null(session.Answer());
    }

    [Fact]
    public void A_Unix_domain_socket_is_its_owners_alone()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no such modes.");
        string path = Path.Combine(Path.GetTempPath(), $"cogen-door-{Environment.ProcessId}");
        using BackgroundLoop loop = BackgroundLoop.Start();
        using (BackdoorServer server = new($"unix:{path}", loop.Scheduler))
        {
            server.Start();
            if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        }

        Assert.False(File.Exists(path));
    }

    private sealed class Door : IDisposable
    {
        private readonly BackgroundLoop _loop = BackgroundLoop.Start("door");

        internal Door()
        {
            Server = new BackdoorServer("127.0.0.1:0", _loop.Scheduler);
            Server.Start();
        }

        internal BackdoorServer Server { get; }

        internal Scheduler Scheduler => _loop.Scheduler;

        internal Session Enter() => new((IPEndPoint)Server.LocalEndPoint!);

        public void Dispose()
        {
            Server.Dispose();
            _loop.Dispose();
        }
    }

    private sealed class Session : IDisposable
    {
        private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp);

        internal Session(IPEndPoint address)
        {
            _socket.Connect(address);
            Assert.Contains("backdoor", Answer());
        }

        internal void Send(string line) => _socket.Send(System.Text.Encoding.UTF8.GetBytes($"{line}\r\n"));

        internal string? Ask(string line)
        {
            Send(line);
            return Answer();
        }

        /// <summary>What comes before the next prompt; null at the end.</summary>
        internal string? Answer()
        {
            string text = "";
            byte[] buffer = new byte[4096];
            while (!text.EndsWith("> ", StringComparison.Ordinal))
            {
                int count = _socket.Receive(buffer);
                if (count == 0) return null;
                text += System.Text.Encoding.UTF8.GetString(buffer, 0, count);
            }

            return text[..^2];
        }

        public void Dispose() => _socket.Dispose();
    }
}
