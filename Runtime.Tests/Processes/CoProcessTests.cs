using System.Diagnostics;

namespace CoGen.Tests.Processes;

/// <summary>Real children of this process.</summary>
public class CoProcessTests
{
    public CoProcessTests() => Assert.SkipWhen(OperatingSystem.IsWindows(), "These children are of Unix.");

    [Fact]
    public void A_child_gets_its_input_and_its_outputs_and_exit_code_are_told()
    {
        ProcessOutput output = CoProcess.Run("sh", ["-c", "cat; echo oops >&2; exit 3"], "hello");
        Assert.Equal(("hello", "oops\n", 3, false), (output.OutputText, output.ErrorText, output.ExitCode, output.IsSuccess));
        Assert.Equal("'sh' has ended with exit code 3: oops", Assert.Throws<ProcessFailedException>(output.Check).Message);
    }

    [Fact]
    public void Without_input_a_child_reads_the_end() => Assert.Equal("", CoProcess.CheckOutput("cat"));

    [Fact]
    public void Arguments_are_given_as_they_are() => Assert.Equal("a b|$HOME|*|", CoProcess.CheckOutput("printf", ["%s|", "a b", "$HOME", "*"]));

    [Fact]
    public void A_child_that_ends_otherwise_than_well_is_an_error_of_CheckOutput()
    {
        ProcessFailedException error = Assert.Throws<ProcessFailedException>(() => CoProcess.CheckOutput("sh", ["-c", "echo half; exit 1"]));
        Assert.Equal("half\n", error.Output.OutputText);
    }

    [Fact]
    public void Large_data_passes_in_three_directions_at_once()
    {
        byte[] data = new byte[3_000_000];
        new Random(1).NextBytes(data);
        ProcessOutput output = CoProcess.Run("sh", ["-c", "tee /dev/stderr"], data);
        Assert.True(output.Output.Span.SequenceEqual(data));
        Assert.True(output.Error.Span.SequenceEqual(data));
    }

    [Fact]
    public void A_child_that_reads_nothing_and_ends_is_no_error() => Assert.Equal(0, CoProcess.Run("true", [], new byte[1_000_000]).ExitCode);

    [Fact]
    public void After_a_timeout_the_talk_goes_on_where_it_was_and_nothing_is_lost()
    {
        string go = Path.Combine(Path.GetTempPath(), $"cogen-go-{Environment.ProcessId}");
        using CoProcess child = CoProcess.Start("sh", ["-c", "echo begun; while [ ! -e $0 ]; do sleep 0.01; done; cat", go]);
        ProcessTimeoutException late = Assert.Throws<ProcessTimeoutException>(() => child.Communicate("text", TimeSpan.FromMilliseconds(5)));
        while (late.Output.IsEmpty) late = Assert.Throws<ProcessTimeoutException>(() => child.Communicate(timeout: TimeSpan.FromMilliseconds(5)));
        Assert.Equal("begun\n", System.Text.Encoding.UTF8.GetString(late.Output.Span));
        Assert.Throws<InvalidOperationException>(() => child.Communicate("more"));

        File.WriteAllText(go, "");
        Assert.Equal("begun\ntext", child.Communicate().OutputText);
        Assert.Equal(0, child.ExitCode);
        File.Delete(go);
    }

    [Fact]
    public void A_child_that_takes_too_long_is_killed_by_Run_with_all_that_it_has_started()
    {
        string mark = Path.GetTempFileName();
        ProcessTimeoutException error = Assert.Throws<ProcessTimeoutException>(() =>
            CoProcess.Run("sh", ["-c", "sleep 1000 & echo $! > $0; echo begun; wait", mark], timeout: TimeSpan.FromMilliseconds(500)));
        Assert.Equal("begun\n", System.Text.Encoding.UTF8.GetString(error.Output.Span));
        int grandchild = int.Parse(File.ReadAllText(mark), System.Globalization.CultureInfo.InvariantCulture);
        Loopback.Until(() => !IsAlive(grandchild));
        File.Delete(mark);
    }

    [Fact]
    public void A_kill_of_the_fiber_kills_the_child()
    {
        string mark = Path.GetTempFileName();
        using BackgroundLoop loop = BackgroundLoop.Start();
        Fiber fiber = loop.Scheduler.Spawn(async Coroutine () => await CoProcess.RunAsync("sh", ["-c", "echo $$ > $0; sleep 1000", mark]));
        Loopback.Until(() => File.ReadAllText(mark).EndsWith('\n'));
        int child = int.Parse(File.ReadAllText(mark), System.Globalization.CultureInfo.InvariantCulture);
        fiber.Kill();
        Assert.Equal(FiberState.Killed, fiber.State);
        Assert.False(IsAlive(child));
        File.Delete(mark);
    }

    [Fact]
    public void Others_go_on_while_a_child_is_waited_for()
    {
        using BackgroundLoop loop = BackgroundLoop.Start();
        CoProcess child = CoProcess.Start("cat");
        Fiber<int> waiting = loop.Scheduler.Spawn(async Coroutine<int> () => await child.WaitAsync());
        Assert.Equal(5, loop.Scheduler.Run(async Coroutine<int> () =>
        {
            Assert.False(await child.WaitAsync(TimeSpan.FromMilliseconds(5)));
            child.Input.Close();
            return 5;
        }));
        Assert.Equal(0, waiting.Result);
        child.Dispose();
    }

    [Fact]
    public void What_a_signal_has_ended_has_the_exit_code_of_that()
    {
        using CoProcess child = CoProcess.Start("sh", ["-c", "kill -TERM $$"]);
        Assert.Equal(128 + 15, child.Wait());
    }

    [Fact]
    public void What_does_not_exist_is_an_error_at_once() => Assert.ThrowsAny<System.ComponentModel.Win32Exception>(() => CoProcess.Run("/no/such/program"));

    [Fact]
    public void Fifty_children_are_talked_with_at_once_by_one_thread() => Co.Run(async Coroutine () =>
    {
        Fiber<string>[] fibers = [.. Enumerable.Range(0, 50).Select(i => Co.Spawn(async Coroutine<string> () => await CoProcess.CheckOutputAsync("cat", [], $"{i}")))];
        for (int i = 0; i < fibers.Length; i++) Assert.Equal($"{i}", await fibers[i].GetResultAsync());
    });

    private static bool IsAlive(int id)
    {
        try
        {
            using Process process = Process.GetProcessById(id);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
