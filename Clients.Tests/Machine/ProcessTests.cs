using System.Diagnostics;
using CoGen.Clients.Tests.Harness;

namespace CoGen.Clients.Tests.Machine;

/// <summary>Processes with redirected streams.</summary>
public sealed partial class ProcessTests
{
    private const int Processes = 50;

    [Fact]
    public void Fibers_talk_with_processes()
    {
        string[] answers = new string[Processes];

        Crowd.Join(Enumerable.Range(0, Processes).Select(i => Co.Spawn(Talk, i, answers)));

        Assert.Equal(Enumerable.Range(0, Processes).Select(i => $"hello {i}, good bye {i}, exit code {i}"), answers);
    }

    [Fact]
    public void All_wait_for_the_exit_of_their_processes_at_once()
    {
        // Each process ends when the fiber that was spawned last tells it to.
        List<Process> processes = [.. Enumerable.Range(0, Processes).Select(_ => StartCat())];
        int[] codes = new int[Processes];
        IEnumerable<Fiber> waiting = processes.Select((process, i) => Co.Spawn(AwaitExit, process, i, codes));

        Crowd.Join([.. waiting, Co.Spawn(CloseAll, processes)]);

        Assert.All(codes, code => Assert.Equal(0, code));
        processes.ForEach(process => process.Dispose());
    }

    [Fact]
    public void A_timeout_of_the_wait_is_told_and_the_process_goes_on()
    {
        using Process process = StartCat();

        Assert.False(Co.Spawn(HasExitedWithin, process, 20).Result);
        process.StandardInput.Close();
        Assert.True(Co.Spawn(HasExitedWithin, process, 60_000).Result);
    }

    [Coroutine]
    private static void Talk(int i, string[] answers)
    {
        using Process process = Process.Start(new ProcessStartInfo("sh", ["-c", "read name; echo hello $name; read name; echo good bye $name; exit $name"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        process.StandardInput.WriteLine($"{i}");
        string? hello = process.StandardOutput.ReadLine();
        process.StandardInput.WriteLine($"{i}");
        string bye = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        answers[i] = $"{hello}, {bye.Trim()}, exit code {process.ExitCode}";
    }

    [Coroutine]
    private static void AwaitExit(Process process, int i, int[] codes)
    {
        process.WaitForExit();
        codes[i] = process.ExitCode;
    }

    [Coroutine]
    private static void CloseAll(List<Process> processes)
    {
        foreach (Process process in processes) process.StandardInput.Close();
    }

    [Coroutine]
    private static bool HasExitedWithin(Process process, int milliseconds) => process.WaitForExit(milliseconds);

    private static Process StartCat() => Process.Start(new ProcessStartInfo("cat") { RedirectStandardInput = true, RedirectStandardOutput = true })!;
}
