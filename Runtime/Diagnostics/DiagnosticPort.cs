using System.Buffers.Binary;
using System.IO.Pipes;
using System.Net.Sockets;
using System.Text;

namespace CoGen;

// .NET has no way to ask for the stack of another thread. But each process has a port for tools such as dotnet-trace, by which the runtime samples the stacks of all
// threads, and a process may be its own tool.

/// <summary>Speaks the protocol of the process's own diagnostic port.</summary>
internal static class DiagnosticPort
{
    private const byte EventPipeCommands = 2;
    private const byte StopTracing = 1;
    private const byte CollectTracing2 = 3;
    private const byte Answer = 0xFF;
    private const int HeaderSize = 20;

    private static readonly byte[] s_magic = "DOTNET_IPC_V1\0"u8.ToArray();

    /// <summary>Begins a session.</summary>
    /// <param name="provider">Whose events to send.</param>
    /// <param name="keywords">Which of them.</param>
    /// <returns>The id by which to stop it, and the stream of its events; null if there is no port.</returns>
    internal static (ulong Session, Stream Events)? Collect(string provider, ulong keywords)
    {
        if (Connect() is not { } port) return null;
        using MemoryStream payload = new();
        using BinaryWriter writer = new(payload);
        writer.Write(64u); // at most, the buffer in megabytes
        writer.Write(1u); // the format: nettrace
        writer.Write(true); // tell at the end which methods there are
        writer.Write(1u); // one provider
        writer.Write(keywords);
        writer.Write(4u); // its level: informational
        Write(writer, provider);
        Write(writer, "");
        Send(port, CollectTracing2, payload.ToArray());
        if (ReadAnswer(port) is { } session) return (session, port);
        port.Dispose();
        return null;
    }

    /// <summary>Ends a session: the rest of its events is sent, and then its stream ends.</summary>
    internal static void Stop(ulong session)
    {
        if (Connect() is not { } port) return;
        byte[] payload = new byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64LittleEndian(payload, session);
        Send(port, StopTracing, payload);
        ReadAnswer(port);
        port.Dispose();
    }

    private static Stream? Connect()
    {
        if (OperatingSystem.IsWindows())
        {
            NamedPipeClientStream pipe = new(".", $"dotnet-diagnostic-{Environment.ProcessId}", PipeDirection.InOut);
            pipe.Connect(1000);
            return pipe;
        }

        if (Directory.GetFiles(Path.GetTempPath(), $"dotnet-diagnostic-{Environment.ProcessId}-*-socket") is not [.., var path]) return null;
        Socket socket = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Connect(new UnixDomainSocketEndPoint(path));
        return new NetworkStream(socket, ownsSocket: true);
    }

    private static void Write(BinaryWriter writer, string text)
    {
        writer.Write((uint)(text.Length + 1));
        writer.Write(Encoding.Unicode.GetBytes(text + '\0'));
    }

    private static void Send(Stream port, byte command, byte[] payload)
    {
        byte[] message = new byte[HeaderSize + payload.Length];
        s_magic.CopyTo(message, 0);
        BinaryPrimitives.WriteUInt16LittleEndian(message.AsSpan(14), (ushort)message.Length);
        message[16] = EventPipeCommands;
        message[17] = command;
        payload.CopyTo(message, HeaderSize);
        port.Write(message);
        port.Flush();
    }

    /// <returns>The session that is answered; null if the command was refused.</returns>
    private static ulong? ReadAnswer(Stream port)
    {
        byte[] header = new byte[HeaderSize];
        port.ReadExactly(header);
        byte[] payload = new byte[BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(14)) - HeaderSize];
        port.ReadExactly(payload);
        return header[16] == Answer && header[17] == 0 && payload.Length >= sizeof(ulong) ? BinaryPrimitives.ReadUInt64LittleEndian(payload) : null;
    }
}
