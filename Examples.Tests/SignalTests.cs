using System.Net;
using System.Net.Sockets;

namespace CoGen.Examples.Tests;

/// <summary>Real processes that get real signals.</summary>
public class SignalTests
{
    public SignalTests() => Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no such signals.");

    [Theory]
    [InlineData("TERM", 143)]
    [InlineData("INT", 130)]
    public void The_first_signal_kills_the_root_and_then_the_rest_which_clean_up_and_nothing_in_a_buffer_is_lost(string signal, int code)
    {
        using Example example = Example.Start("signals");
        Assert.Equal("ready", example.ReadLine());
        example.Signal(signal);
        Assert.Equal(["cleaning up", "clean", "work put aside"], example.ReadToEnd());
        Assert.Equal(code, example.ExitCode());
    }

    [Theory]
    [InlineData("TERM", "TERM", 143)]
    [InlineData("TERM", "INT", 130)]
    public void The_second_signal_ends_the_process_at_once_and_what_was_written_is_there(string first, string second, int code)
    {
        using Example example = Example.Start("signals", "600000");
        Assert.Equal("ready", example.ReadLine());
        example.Signal(first);
        Assert.Equal("told to end", example.ReadErrorLine());
        example.Signal(second);
        Assert.Equal(["cleaning up"], example.ReadToEnd());
        Assert.Equal(code, example.ExitCode());
    }

    [Fact]
    public void Who_takes_longer_than_the_grace_is_ended()
    {
        using Example example = Example.Start("signals", "600000", "200");
        Assert.Equal("ready", example.ReadLine());
        example.Signal("TERM");
        Assert.DoesNotContain("clean", example.ReadToEnd());
        Assert.Equal(143, example.ExitCode());
    }

    [Fact]
    public void A_handler_runs_each_time_and_the_program_goes_on()
    {
        using Example example = Example.Start("signals");
        Assert.Equal("ready", example.ReadLine());
        for (int i = 0; i < 2; i++)
        {
            example.Signal("HUP");
            Assert.Equal("reloaded", example.ReadErrorLine());
        }

        example.Signal("QUIT");
        Assert.Equal(["told to quit by SIGQUIT", "cleaning up", "clean"], example.ReadToEnd());
        Assert.Equal(7, example.ExitCode());
    }

    [Fact]
    public void A_server_that_is_told_to_end_tells_its_clients()
    {
        using Example example = Example.Serve(out IPEndPoint address, "echo", "127.0.0.1:0");
        using TcpClient client = new();
        client.Connect(address);
        client.GetStream().WriteByte(1);
        Assert.Equal(1, client.GetStream().ReadByte());
        example.Signal("TERM");
        Assert.Equal(-1, client.GetStream().ReadByte());
        Assert.Equal(143, example.ExitCode());
        Assert.Empty(example.ReadToEnd());
    }
}
