using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;

namespace CoGen.Examples.Tests;

/// <summary>A session at the backdoor of an example, at a Unix domain socket.</summary>
internal sealed partial class Backdoor : IDisposable
{
    private const string Prompt = "> ";
    private readonly Socket _socket = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);

    internal Backdoor(string path)
    {
        _socket.Connect(new UnixDomainSocketEndPoint(path));
        Answer();
    }

    internal string Ask(string command)
    {
        _socket.Send(Encoding.UTF8.GetBytes($"{command}\n"));
        return Answer();
    }

    /// <summary>How many fibers there are, on each scheduler.</summary>
    internal string CountFibers() => string.Join(", ", FiberCount().Matches(Ask("schedulers")).Select(count => count.Value));

    public void Dispose() => _socket.Dispose();

    private string Answer()
    {
        StringBuilder text = new();
        byte[] buffer = new byte[4096];
        while (!text.ToString().EndsWith(Prompt, StringComparison.Ordinal))
        {
            int count = _socket.Receive(buffer);
            if (count == 0) throw new EndOfStreamException($"The session has ended after: {text}");
            text.Append(Encoding.UTF8.GetString(buffer, 0, count));
        }

        return text.ToString()[..^Prompt.Length].TrimEnd();
    }

    [GeneratedRegex(@"\d+ fibers")]
    private static partial Regex FiberCount();
}
