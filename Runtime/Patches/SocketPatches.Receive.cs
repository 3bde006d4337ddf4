using System.Net.Sockets;

namespace CoGen.Patches;

public static partial class SocketPatches
{
    /// <inheritdoc cref="Socket.Receive(byte[])"/>
    /// <param name="socket">The socket.</param>
    public static Coroutine<int> ReceiveAsync(Socket socket, byte[] buffer) => ReceiveAsync(socket, buffer, SocketFlags.None);

    /// <inheritdoc cref="Socket.Receive(byte[], SocketFlags)"/>
    /// <param name="socket">The socket.</param>
    public static Coroutine<int> ReceiveAsync(Socket socket, byte[] buffer, SocketFlags socketFlags) =>
        IsPlain(socket, buffer, 0, 0) ? ReceiveCoreAsync(socket, buffer, socketFlags) : new Coroutine<int>(socket.Receive(buffer, socketFlags));

    /// <inheritdoc cref="Socket.Receive(byte[], int, SocketFlags)"/>
    /// <param name="socket">The socket.</param>
    public static Coroutine<int> ReceiveAsync(Socket socket, byte[] buffer, int size, SocketFlags socketFlags) =>
        ReceiveAsync(socket, buffer, 0, size, socketFlags);

    /// <inheritdoc cref="Socket.Receive(byte[], int, int, SocketFlags)"/>
    /// <param name="socket">The socket.</param>
    public static Coroutine<int> ReceiveAsync(Socket socket, byte[] buffer, int offset, int size, SocketFlags socketFlags) =>
        IsPlain(socket, buffer, offset, size)
            ? ReceiveCoreAsync(socket, buffer.AsMemory(offset, size), socketFlags)
            : new Coroutine<int>(socket.Receive(buffer, offset, size, socketFlags));

    /// <inheritdoc cref="Socket.Receive(byte[], int, int, SocketFlags, out SocketError)"/>
    /// <param name="socket">The socket.</param>
    public static Coroutine<int> ReceiveAsync(Socket socket, byte[] buffer, int offset, int size, SocketFlags socketFlags, Ref<SocketError> errorCode) =>
        IsPlain(socket, buffer, offset, size)
            ? WithCodeAsync(ReceiveCoreAsync(socket, buffer.AsMemory(offset, size), socketFlags), errorCode)
            : new Coroutine<int>(socket.Receive(buffer, offset, size, socketFlags, out errorCode.Target));

    /// <inheritdoc cref="Socket.Receive(Span{byte})"/>
    /// <param name="socket">The socket.</param>
    public static Coroutine<int> ReceiveAsync(Socket socket, Memory<byte> buffer) => ReceiveAsync(socket, buffer, SocketFlags.None);

    /// <inheritdoc cref="Socket.Receive(Span{byte}, SocketFlags)"/>
    /// <param name="socket">The socket.</param>
    public static Coroutine<int> ReceiveAsync(Socket socket, Memory<byte> buffer, SocketFlags socketFlags) =>
        socket.Blocking ? ReceiveCoreAsync(socket, buffer, socketFlags) : new Coroutine<int>(socket.Receive(buffer.Span, socketFlags));

    /// <inheritdoc cref="Socket.Receive(Span{byte}, SocketFlags, out SocketError)"/>
    /// <param name="socket">The socket.</param>
    public static Coroutine<int> ReceiveAsync(Socket socket, Memory<byte> buffer, SocketFlags socketFlags, Ref<SocketError> errorCode) =>
        socket.Blocking
            ? WithCodeAsync(ReceiveCoreAsync(socket, buffer, socketFlags), errorCode)
            : new Coroutine<int>(socket.Receive(buffer.Span, socketFlags, out errorCode.Target));

    /// <inheritdoc cref="Socket.Receive(IList{ArraySegment{byte}})"/>
    /// <param name="socket">The socket.</param>
    public static Coroutine<int> ReceiveAsync(Socket socket, IList<ArraySegment<byte>> buffers) => ReceiveAsync(socket, buffers, SocketFlags.None);

    /// <inheritdoc cref="Socket.Receive(IList{ArraySegment{byte}}, SocketFlags)"/>
    /// <param name="socket">The socket.</param>
    public static async Coroutine<int> ReceiveAsync(Socket socket, IList<ArraySegment<byte>> buffers, SocketFlags socketFlags)
    {
        if (socket.Blocking && buffers is { Count: > 0 } && !socketFlags.HasFlag(SocketFlags.OutOfBand)) await AwaitReadableAsync(socket, socket.ReceiveTimeout);
        return socket.Receive(buffers, socketFlags);
    }

    /// <inheritdoc cref="Socket.Receive(IList{ArraySegment{byte}}, SocketFlags, out SocketError)"/>
    /// <param name="socket">The socket.</param>
    public static Coroutine<int> ReceiveAsync(Socket socket, IList<ArraySegment<byte>> buffers, SocketFlags socketFlags, Ref<SocketError> errorCode) =>
        buffers is { Count: > 0 }
            ? WithCodeAsync(ReceiveAsync(socket, buffers, socketFlags), errorCode)
            : new Coroutine<int>(socket.Receive(buffers, socketFlags, out errorCode.Target));
}
