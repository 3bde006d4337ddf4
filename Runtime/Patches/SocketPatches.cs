using System.Net.Sockets;

namespace CoGen.Patches;

/// <summary>
/// What the blocking calls of a <see cref="Socket"/> become in a coroutine. Unlike the socket's own asynchronous methods they heed
/// <see cref="Socket.ReceiveTimeout"/>, <see cref="Socket.SendTimeout"/> and <see cref="Socket.Blocking"/>, as the blocking ones do.
/// </summary>
/// <remarks>
/// The parameters, results and exceptions are those of the original. Timeouts go by real time. A kill or a <see cref="TimeoutScope"/> ends the wait, and the socket
/// stays usable.
/// </remarks>
public static partial class SocketPatches
{
    /// <summary>Wrong arguments, sockets that do not block and those that were closed are left to the original, which never waits with them.</summary>
    private static bool IsPlain(Socket socket, byte[]? buffer, int offset, int size) =>
        socket.Blocking && buffer is not null && (uint)offset <= (uint)buffer.Length && (uint)size <= (uint)(buffer.Length - offset);

    private static SocketException TimedOut() => new((int)SocketError.TimedOut);

    private static async Coroutine<int> ReceiveCoreAsync(Socket socket, Memory<byte> buffer, SocketFlags socketFlags)
    {
        using IoLimit limit = IoLimit.Of(socket.ReceiveTimeout);
        try
        {
            return await limit.Await(socket.ReceiveAsync(buffer, socketFlags, limit.Token));
        }
        catch (OperationCanceledException) when (limit.HasExpired)
        {
            throw TimedOut();
        }
    }

    private static async Coroutine<int> SendCoreAsync(Socket socket, ReadOnlyMemory<byte> buffer, SocketFlags socketFlags)
    {
        using IoLimit limit = IoLimit.Of(socket.SendTimeout);
        try
        {
            return await limit.Await(socket.SendAsync(buffer, socketFlags, limit.Token));
        }
        catch (OperationCanceledException) when (limit.HasExpired)
        {
            throw TimedOut();
        }
    }

    /// <summary>Waits until there is something to receive, be it the end or an error, and takes nothing.</summary>
    private static async Coroutine AwaitReadableAsync(Socket socket, int millisecondsTimeout)
    {
        byte[] one = new byte[1];
        using IoLimit limit = IoLimit.Of(millisecondsTimeout);
        try
        {
            await limit.Await(socket.ReceiveAsync(one, SocketFlags.Peek, limit.Token));
        }
        catch (OperationCanceledException) when (limit.HasExpired)
        {
            throw TimedOut();
        }
        catch (SocketException)
        {
            // That a datagram is longer is no error here; what is one, the call itself throws.
        }
    }

    /// <summary>Returns an error as a code instead of throwing it.</summary>
    private static async Coroutine<int> WithCodeAsync(Coroutine<int> call, Ref<SocketError> errorCode)
    {
        try
        {
            int count = await call;
            errorCode.Value = SocketError.Success;
            return count;
        }
        catch (SocketException error)
        {
            errorCode.Value = error.SocketErrorCode;
            return 0;
        }
    }
}
