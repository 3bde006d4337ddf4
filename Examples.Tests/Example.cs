using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;

namespace CoGen.Examples.Tests;

/// <summary>An example that runs as a process of its own.</summary>
internal sealed class Example : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private readonly BlockingCollection<string> _output = [];
    private readonly BlockingCollection<string> _errors = [];

    private Example(string[] arguments, bool hasOneWorker = false)
    {
        string[] command = ["dotnet", Path.Combine(AppContext.BaseDirectory, "Examples.dll"), .. arguments];

        // Where the tests themselves were told to ignore it, as by nohup, their children would, too.
        if (OperatingSystem.IsLinux()) command = ["env", "--default-signal=HUP", .. command];
        ProcessStartInfo start = new(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true };
        if (hasOneWorker) start.Environment["DOTNET_ThreadPool_ForceMaxWorkerThreads"] = "1";
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, line) => Add(_output, line.Data);
        _process.ErrorDataReceived += (_, line) => Add(_errors, line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    internal static Example Start(params string[] arguments) => new(arguments);

    /// <summary>Starts a server, and waits until it listens.</summary>
    internal static Example Serve(out IPEndPoint address, params string[] arguments) => Serve(hasOneWorker: false, out address, arguments);

    /// <summary>The same, with no more threads in .NET's own pool than one.</summary>
    internal static Example Serve(bool hasOneWorker, out IPEndPoint address, params string[] arguments)
    {
        Example example = new(arguments, hasOneWorker);
        address = IPEndPoint.Parse(example.ReadLine()["listening at ".Length..]);
        return example;
    }

    internal string ReadLine() => Next(_output);

    internal string ReadErrorLine() => Next(_errors);

    /// <summary>What is left of its output when it has ended.</summary>
    internal string[] ReadToEnd()
    {
        Assert.True(_process.WaitForExit(s_patience));

        // And the end of its output.
        _process.WaitForExit();
        return [.. _output];
    }

    internal int ExitCode()
    {
        Assert.True(_process.WaitForExit(s_patience));
        return _process.ExitCode;
    }

    /// <summary>What it has written about errors when it has ended.</summary>
    internal string[] Errors()
    {
        ReadToEnd();
        return [.. _errors];
    }

    internal int OpenFiles() => Directory.GetFileSystemEntries($"/proc/{_process.Id}/fd").Length;

    /// <summary>How many files the process may have open, sockets among them. What it has open stays so.</summary>
    internal long MostFiles
    {
        get
        {
            string line = File.ReadLines($"/proc/{_process.Id}/limits").First(line => line.StartsWith("Max open files", StringComparison.Ordinal));
            string soft = line["Max open files".Length..].Trim().Split(' ')[0];
            return soft == "unlimited" ? long.MaxValue : long.Parse(soft, CultureInfo.InvariantCulture);
        }
        set => Assert.Equal("", Client.Run("prlimit", $"--pid={_process.Id}", $"--nofile={value}:"));
    }

    internal void Signal(string name) => Assert.Equal("", Client.Run("kill", $"-{name}", $"{_process.Id}"));

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    private string Next(BlockingCollection<string> lines) =>
        lines.TryTake(out string? line, s_patience) ? line : throw new InvalidOperationException($"No line came. The errors were: {string.Join('\n', _errors)}");

    private static void Add(BlockingCollection<string> lines, string? line)
    {
        if (line is null) lines.CompleteAdding();
        else lines.Add(line);
    }
}
