using System.Diagnostics;
using System.Globalization;

namespace CoGen.Sample.Mods;

/// <summary>What one run achieved, and at what cost.</summary>
internal sealed class RunResult(Mode mode)
{
    private readonly List<string> _done = [];
    private readonly List<(string Name, string Reason)> _failures = [];

    public Mode Mode { get; } = mode;

    public IReadOnlyList<string> Done => _done;

    public IReadOnlyList<(string Name, string Reason)> Failures => _failures;

    public double Seconds { get; private set; }

    /// <summary>The threads that ran downloads.</summary>
    public int DownloadThreads { get; private set; }

    /// <summary>The most threads that the process had at once: those of the .NET runtime itself included.</summary>
    public int PeakThreads { get; private set; }

    public long PeakMemory { get; private set; }

    /// <summary>Runs the mode in its own process, to its end.</summary>
    public static RunResult Of(Mode mode, Uri server, string folder, Action advance)
    {
        RunResult result = new(mode);
        using Process process = Process.Start(UpdateRun.StartInfo(mode, server, folder))!;
        while (process.StandardOutput.ReadLine() is { } line)
        {
            result.Sample(process);
            if (result.Take(line))
                advance();
        }

        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"The run of mode {mode} exited with code {process.ExitCode}.");
        return result;
    }

    private void Sample(Process process)
    {
        try
        {
            process.Refresh();
            PeakThreads = Math.Max(PeakThreads, process.Threads.Count);
        }
        catch (InvalidOperationException)
        {
            // It has ended meanwhile; what it said last is still to be read.
        }
    }

    /// <summary>Takes in one line; whether it ends a download.</summary>
    private bool Take(string line)
    {
        switch (line.Split(' ', 3))
        {
            case ["done", string name]:
                _done.Add(name);
                return true;
            case ["failed", string name, string reason]:
                _failures.Add((name, reason));
                return true;
            case ["finished", string seconds, string rest]:
                string[] numbers = rest.Split(' ');
                Seconds = double.Parse(seconds, CultureInfo.InvariantCulture);
                DownloadThreads = int.Parse(numbers[0], CultureInfo.InvariantCulture);
                PeakMemory = long.Parse(numbers[1], CultureInfo.InvariantCulture);
                return false;
            default:
                return false;
        }
    }
}
