using System.IO.Pipes;
using CoGen.Clients.Tests.Harness;

namespace CoGen.Clients.Tests.Machine;

/// <summary>Named pipes and FIFOs, both ends of which are fibers of one thread.</summary>
public sealed partial class PipeTests
{
    private const int Pairs = 50;

    [Fact]
    public void Both_ends_of_named_pipes_are_fibers_of_one_thread()
    {
        string name = $"cogen-{Guid.NewGuid():N}";
        string[] answers = new string[Pairs];

        Crowd.Join(
        [
            .. Enumerable.Range(0, Pairs).Select(i => Co.Spawn(Serve, $"{name}-{i}")),
            .. Enumerable.Range(0, Pairs).Select(i => Co.Spawn(Ask, $"{name}-{i}", i, answers)),
        ]);

        Assert.Equal(Enumerable.Range(0, Pairs).Select(i => $"got {i}"), answers);
    }

    [Fact]
    public void Both_ends_of_a_fifo_are_fibers_of_one_thread()
    {
        using TemporaryFolder folder = new();
        ServerProcess.Run("mkfifo", folder["fifo"]);
        List<string> lines = [];

        // To open one end waits for the other to be opened.
        Crowd.Join(Co.Spawn(ReadLines, folder["fifo"], lines), Co.Spawn(WriteLines, folder["fifo"]));

        Assert.Equal(Enumerable.Range(0, 100).Select(i => $"line {i}"), lines);
    }

    [Coroutine]
    private static void Serve(string name)
    {
        using NamedPipeServerStream pipe = new(name, PipeDirection.InOut, 1, PipeTransmissionMode.Byte, PipeOptions.Asynchronous);
        pipe.WaitForConnection();
        using StreamReader reader = new(pipe, leaveOpen: true);
        string? question = reader.ReadLine();
        using StreamWriter writer = new(pipe, leaveOpen: true);
        writer.WriteLine($"got {question}");
    }

    [Coroutine]
    private static void Ask(string name, int i, string[] answers)
    {
        using NamedPipeClientStream pipe = new(".", name, PipeDirection.InOut, PipeOptions.Asynchronous);
        pipe.Connect();
        using StreamWriter writer = new(pipe, leaveOpen: true);
        writer.WriteLine($"{i}");
        writer.Flush();
        using StreamReader reader = new(pipe, leaveOpen: true);
        answers[i] = reader.ReadLine()!;
    }

    [Coroutine]
    private static void ReadLines(string path, List<string> lines)
    {
        using StreamReader reader = new(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        while (reader.ReadLine() is { } line) lines.Add(line);
    }

    [Coroutine]
    private static void WriteLines(string path)
    {
        using StreamWriter writer = new(new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite));
        for (int i = 0; i < 100; i++) writer.WriteLine($"line {i}");
    }
}
