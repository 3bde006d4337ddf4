using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CoGen.Clients.Tests.Harness;

/// <summary>A server of its own for the tests, on a free port of the loopback address and with files in a temporary folder.</summary>
internal sealed class ServerProcess : IDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _output = new();

    private ServerProcess(Process process)
    {
        _process = process;
        process.OutputDataReceived += Append;
        process.ErrorDataReceived += Append;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Starts the command, and waits until something listens on <paramref name="port"/>.</summary>
    public static ServerProcess Start(int port, params string[] command)
    {
        ProcessStartInfo start = new(command[0], command.Skip(1)) { RedirectStandardOutput = true, RedirectStandardError = true };
        ServerProcess server = new(Process.Start(start)!);
        Stopwatch waited = Stopwatch.StartNew();
        while (!IsListening(port))
        {
            Assert.False(server._process.HasExited, $"{command[0]} ended: {server._output}");
            Assert.True(waited.Elapsed < TimeSpan.FromMinutes(1), $"{command[0]} does not listen: {server._output}");
            Thread.Sleep(20);
        }

        return server;
    }

    /// <summary>Runs a command to its end, which must be a success.</summary>
    public static void Run(params string[] command)
    {
        ProcessStartInfo start = new(command[0], command.Skip(1)) { RedirectStandardOutput = true, RedirectStandardError = true };
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        string errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{command[0]} exited with {process.ExitCode}: {output.Result}{errors}");
    }

    public static int FreePort()
    {
        using Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }

    /// <summary>Stops the server where it is, so that whoever asks it something waits until the result is disposed of.</summary>
    public IDisposable Pause()
    {
        Signal("STOP");
        return new Paused(this);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            Signal("CONT");
            Signal("INT");
            if (!_process.WaitForExit(TimeSpan.FromSeconds(10))) _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }

    private static bool IsListening(int port)
    {
        using Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Connect(IPAddress.Loopback, port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private void Signal(string name) => Run("kill", $"-{name}", $"{_process.Id}");

    private void Append(object sender, DataReceivedEventArgs line)
    {
        lock (_output) _output.AppendLine(line.Data);
    }

    private sealed class Paused(ServerProcess server) : IDisposable
    {
        public void Dispose() => server.Signal("CONT");
    }
}
