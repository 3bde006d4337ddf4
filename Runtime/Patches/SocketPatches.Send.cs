using System.Net;
using System.Net.Sockets;
using CoGen.CompilerServices;

namespace CoGen.Patches;

public static partial class SocketPatches
{
    /// <inheritdoc cref="Socket.Send(byte[])"/>
    /// <param name="socket">The socket.</param>
    public static Coroutine<int> SendAsync(Socket socket, byte[] buffer) => SendAsync(socket, buffer, SocketFlags.None);

    /// <inheritdoc cref="Socket.Send(byte[], SocketFlags)"/>
    /// <param name="socket">The socket.</param>
    public static Coroutine<int> SendAsync(Socket socket, byte[] buffer, SocketFlags socketFlags) =>
        IsPlain(socket, buffer, 0, 0) ? SendCoreAsync(socket, buffer, socketFlags) : new Coroutine<int>(socket.Send(buffer, socketFlags));

    /// <inheritdoc cref="Socket.Send(byte[], int, SocketFlags)"/>
    /// <param name="socket">The socket.</param>
    public static Coroutine<int> SendAsync(Socket socket, byte[] buffer, int size, SocketFlags socketFlags) => SendAsync(socket, buffer, 0, size, socketFlags);

    /// <inheritdoc cref="Socket.Send(byte[], int, int, SocketFlags)"/>
    /// <param name="socket">The socket.</param>
    public static Coroutine<int> SendAsync(Socket socket, byte[] buffer, int offset, int size, SocketFlags socketFlags) =>
        IsPlain(socket, buffer, offset, size)
            ? SendCoreAsync(socket, buffer.AsMemory(offset, size), socketFlags)
            : new Coroutine<int>(socket.Send(buffer, offset, size, socketFlags));

    /// <inheritdoc cref="Socket.Send(byte[], int, int, SocketFlags, out SocketError)"/>
    /// <param name="socket">The socket.</param>
    public static Coroutine<int> SendAsync(Socket socket, byte[] buffer, int offset, int size, SocketFlags socketFlags, Ref<SocketError> errorCode) =>
        IsPlain(socket, buffer, offset, size)
            ? WithCodeAsync(SendCoreAsync(socket, buffer.AsMemory(offset, size), socketFlags), errorCode)
            : new Coroutine<int>(socket.Send(buffer, offset, size, socketFlags, out errorCode.Target));

    /// <inheritdoc cref="Socket.Send(ReadOnlySpan{byte})"/>
    /// <param name="socket">The socket.</param>
    public static Coroutine<int> SendAsync(Socket socket, ReadOnlyMemory<byte> buffer) => SendAsync(socket, buffer, SocketFlags.None);

    /// <inheritdoc cref="Socket.Send(ReadOnlySpan{byte}, SocketFlags)"/>
    /// <param name="socket">The socket.</param>
    public static Coroutine<int> SendAsync(Socket socket, ReadOnlyMemory<byte> buffer, SocketFlags socketFlags) =>
        socket.Blocking ? SendCoreAsync(socket, buffer, socketFlags) : new Coroutine<int>(socket.Send(buffer.Span, socketFlags));

    /// <inheritdoc cref="Socket.Send(ReadOnlySpan{byte}, SocketFlags, out SocketError)"/>
    /// <param name="socket">The socket.</param>
    public static Coroutine<int> SendAsync(Socket socket, ReadOnlyMemory<byte> buffer, SocketFlags socketFlags, Ref<SocketError> errorCode) =>
        socket.Blocking
            ? WithCodeAsync(SendCoreAsync(socket, buffer, socketFlags), errorCode)
            : new Coroutine<int>(socket.Send(buffer.Span, socketFlags, out errorCode.Target));

    /// <inheritdoc cref="Socket.Send(IList{ArraySegment{byte}})"/>
    /// <param name="socket">The socket.</param>
    public static Coroutine<int> SendAsync(Socket socket, IList<ArraySegment<byte>> buffers) => SendAsync(socket, buffers, SocketFlags.None);

    /// <inheritdoc cref="Socket.Send(IList{ArraySegment{byte}}, SocketFlags)"/>
    /// <param name="socket">The socket.</param>
    public static async Coroutine<int> SendAsync(Socket socket, IList<ArraySegment<byte>> buffers, SocketFlags socketFlags)
    {
        if (!socket.Blocking || buffers is not { Count: > 0 }) return socket.Send(buffers, socketFlags);

        // A stream has no borders between what was sent; datagrams are whole, and have to be sent as such.
        if (socket.SocketType != SocketType.Stream) return await Fair.Await(socket.SendAsync(buffers, socketFlags));

        int sent = 0;
        foreach (ArraySegment<byte> buffer in buffers) sent += await SendCoreAsync(socket, buffer, socketFlags);
        return sent;
    }

    /// <inheritdoc cref="Socket.Send(IList{ArraySegment{byte}}, SocketFlags, out SocketError)"/>
    /// <param name="socket">The socket.</param>
    public static Coroutine<int> SendAsync(Socket socket, IList<ArraySegment<byte>> buffers, SocketFlags socketFlags, Ref<SocketError> errorCode) =>
        buffers is { Count: > 0 }
            ? WithCodeAsync(SendAsync(socket, buffers, socketFlags), errorCode)
            : new Coroutine<int>(socket.Send(buffers, socketFlags, out errorCode.Target));

    /// <inheritdoc cref="Socket.SendTo(byte[], EndPoint)"/>
    /// <param name="socket">The socket.</param>
    public static Coroutine<int> SendToAsync(Socket socket, byte[] buffer, EndPoint remoteEP) => SendToAsync(socket, buffer, SocketFlags.None, remoteEP);

    /// <inheritdoc cref="Socket.SendTo(byte[], SocketFlags, EndPoint)"/>
    /// <param name="socket">The socket.</param>
    public static Coroutine<int> SendToAsync(Socket socket, byte[] buffer, SocketFlags socketFlags, EndPoint remoteEP) =>
        IsPlain(socket, buffer, 0, 0) && remoteEP is not null
            ? SendToCoreAsync(socket, buffer, socketFlags, remoteEP)
            : new Coroutine<int>(socket.SendTo(buffer, socketFlags, remoteEP!));

    /// <inheritdoc cref="Socket.SendTo(byte[], int, SocketFlags, EndPoint)"/>
    /// <param name="socket">The socket.</param>
    public static Coroutine<int> SendToAsync(Socket socket, byte[] buffer, int size, SocketFlags socketFlags, EndPoint remoteEP) =>
        SendToAsync(socket, buffer, 0, size, socketFlags, remoteEP);

    /// <inheritdoc cref="Socket.SendTo(byte[], int, int, SocketFlags, EndPoint)"/>
    /// <param name="socket">The socket.</param>
    public static Coroutine<int> SendToAsync(Socket socket, byte[] buffer, int offset, int size, SocketFlags socketFlags, EndPoint remoteEP) =>
        IsPlain(socket, buffer, offset, size) && remoteEP is not null
            ? SendToCoreAsync(socket, buffer.AsMemory(offset, size), socketFlags, remoteEP)
            : new Coroutine<int>(socket.SendTo(buffer, offset, size, socketFlags, remoteEP!));

    /// <inheritdoc cref="Socket.SendTo(ReadOnlySpan{byte}, EndPoint)"/>
    /// <param name="socket">The socket.</param>
    public static Coroutine<int> SendToAsync(Socket socket, ReadOnlyMemory<byte> buffer, EndPoint remoteEP) => SendToAsync(socket, buffer, SocketFlags.None, remoteEP);

    /// <inheritdoc cref="Socket.SendTo(ReadOnlySpan{byte}, SocketFlags, EndPoint)"/>
    /// <param name="socket">The socket.</param>
    public static Coroutine<int> SendToAsync(Socket socket, ReadOnlyMemory<byte> buffer, SocketFlags socketFlags, EndPoint remoteEP) =>
        socket.Blocking && remoteEP is not null
            ? SendToCoreAsync(socket, buffer, socketFlags, remoteEP)
            : new Coroutine<int>(socket.SendTo(buffer.Span, socketFlags, remoteEP!));

    private static async Coroutine<int> SendToCoreAsync(Socket socket, ReadOnlyMemory<byte> buffer, SocketFlags socketFlags, EndPoint remoteEP)
    {
        using IoLimit limit = IoLimit.Of(socket.SendTimeout);
        try
        {
            return await limit.Await(socket.SendToAsync(buffer, socketFlags, remoteEP, limit.Token));
        }
        catch (OperationCanceledException) when (limit.HasExpired)
        {
            throw TimedOut();
        }
    }
}
