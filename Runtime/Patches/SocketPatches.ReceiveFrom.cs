using System.Net;
using System.Net.Sockets;

namespace CoGen.Patches;

public static partial class SocketPatches
{
    /// <inheritdoc cref="Socket.ReceiveFrom(byte[], ref EndPoint)"/>
    /// <param name="socket">The socket.</param>
    public static Coroutine<int> ReceiveFromAsync(Socket socket, byte[] buffer, Ref<EndPoint> remoteEP) => ReceiveFromAsync(socket, buffer, SocketFlags.None, remoteEP);

    /// <inheritdoc cref="Socket.ReceiveFrom(byte[], SocketFlags, ref EndPoint)"/>
    /// <param name="socket">The socket.</param>
    public static Coroutine<int> ReceiveFromAsync(Socket socket, byte[] buffer, SocketFlags socketFlags, Ref<EndPoint> remoteEP) =>
        IsPlain(socket, buffer, 0, 0) && remoteEP.Value is not null
            ? ReceiveFromCoreAsync(socket, buffer, socketFlags, remoteEP)
            : new Coroutine<int>(socket.ReceiveFrom(buffer, socketFlags, ref remoteEP.Target));

    /// <inheritdoc cref="Socket.ReceiveFrom(byte[], int, SocketFlags, ref EndPoint)"/>
    /// <param name="socket">The socket.</param>
    public static Coroutine<int> ReceiveFromAsync(Socket socket, byte[] buffer, int size, SocketFlags socketFlags, Ref<EndPoint> remoteEP) =>
        ReceiveFromAsync(socket, buffer, 0, size, socketFlags, remoteEP);

    /// <inheritdoc cref="Socket.ReceiveFrom(byte[], int, int, SocketFlags, ref EndPoint)"/>
    /// <param name="socket">The socket.</param>
    public static Coroutine<int> ReceiveFromAsync(Socket socket, byte[] buffer, int offset, int size, SocketFlags socketFlags, Ref<EndPoint> remoteEP) =>
        IsPlain(socket, buffer, offset, size) && remoteEP.Value is not null
            ? ReceiveFromCoreAsync(socket, buffer.AsMemory(offset, size), socketFlags, remoteEP)
            : new Coroutine<int>(socket.ReceiveFrom(buffer, offset, size, socketFlags, ref remoteEP.Target));

    /// <inheritdoc cref="Socket.ReceiveFrom(Span{byte}, ref EndPoint)"/>
    /// <param name="socket">The socket.</param>
    public static Coroutine<int> ReceiveFromAsync(Socket socket, Memory<byte> buffer, Ref<EndPoint> remoteEP) =>
        ReceiveFromAsync(socket, buffer, SocketFlags.None, remoteEP);

    /// <inheritdoc cref="Socket.ReceiveFrom(Span{byte}, SocketFlags, ref EndPoint)"/>
    /// <param name="socket">The socket.</param>
    public static Coroutine<int> ReceiveFromAsync(Socket socket, Memory<byte> buffer, SocketFlags socketFlags, Ref<EndPoint> remoteEP) =>
        socket.Blocking && remoteEP.Value is not null
            ? ReceiveFromCoreAsync(socket, buffer, socketFlags, remoteEP)
            : new Coroutine<int>(socket.ReceiveFrom(buffer.Span, socketFlags, ref remoteEP.Target));

    /// <inheritdoc cref="Socket.ReceiveMessageFrom(byte[], int, int, ref SocketFlags, ref EndPoint, out IPPacketInformation)"/>
    /// <param name="socket">The socket.</param>
    public static Coroutine<int> ReceiveMessageFromAsync(
        Socket socket, byte[] buffer, int offset, int size, Ref<SocketFlags> socketFlags, Ref<EndPoint> remoteEP, Ref<IPPacketInformation> ipPacketInformation) =>
        IsPlain(socket, buffer, offset, size) && remoteEP.Value is not null
            ? ReceiveMessageFromCoreAsync(socket, buffer.AsMemory(offset, size), socketFlags, remoteEP, ipPacketInformation)
            : new Coroutine<int>(socket.ReceiveMessageFrom(buffer, offset, size, ref socketFlags.Target, ref remoteEP.Target, out ipPacketInformation.Target));

    /// <inheritdoc cref="Socket.ReceiveMessageFrom(Span{byte}, ref SocketFlags, ref EndPoint, out IPPacketInformation)"/>
    /// <param name="socket">The socket.</param>
    public static Coroutine<int> ReceiveMessageFromAsync(
        Socket socket, Memory<byte> buffer, Ref<SocketFlags> socketFlags, Ref<EndPoint> remoteEP, Ref<IPPacketInformation> ipPacketInformation) =>
        socket.Blocking && remoteEP.Value is not null
            ? ReceiveMessageFromCoreAsync(socket, buffer, socketFlags, remoteEP, ipPacketInformation)
            : new Coroutine<int>(socket.ReceiveMessageFrom(buffer.Span, ref socketFlags.Target, ref remoteEP.Target, out ipPacketInformation.Target));

    private static async Coroutine<int> ReceiveFromCoreAsync(Socket socket, Memory<byte> buffer, SocketFlags socketFlags, Ref<EndPoint> remoteEP)
    {
        using IoLimit limit = IoLimit.Of(socket.ReceiveTimeout);
        try
        {
            SocketReceiveFromResult result = await limit.Await(socket.ReceiveFromAsync(buffer, socketFlags, remoteEP.Value, limit.Token));
            remoteEP.Value = result.RemoteEndPoint;
            return result.ReceivedBytes;
        }
        catch (OperationCanceledException) when (limit.HasExpired)
        {
            throw TimedOut();
        }
    }

    private static async Coroutine<int> ReceiveMessageFromCoreAsync(
        Socket socket, Memory<byte> buffer, Ref<SocketFlags> socketFlags, Ref<EndPoint> remoteEP, Ref<IPPacketInformation> ipPacketInformation)
    {
        using IoLimit limit = IoLimit.Of(socket.ReceiveTimeout);
        try
        {
            SocketReceiveMessageFromResult result = await limit.Await(socket.ReceiveMessageFromAsync(buffer, socketFlags.Value, remoteEP.Value, limit.Token));
            socketFlags.Value = result.SocketFlags;
            remoteEP.Value = result.RemoteEndPoint;
            ipPacketInformation.Value = result.PacketInformation;
            return result.ReceivedBytes;
        }
        catch (OperationCanceledException) when (limit.HasExpired)
        {
            throw TimedOut();
        }
    }
}
