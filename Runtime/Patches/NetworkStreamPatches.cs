using System.Net.Sockets;

namespace CoGen.Patches;

/// <summary>
/// What the blocking calls of a <see cref="NetworkStream"/> become in a coroutine: like its asynchronous ones, but heeding <see cref="NetworkStream.ReadTimeout"/> and
/// <see cref="NetworkStream.WriteTimeout"/>.
/// </summary>
/// <inheritdoc cref="SocketPatches" path="/remarks"/>
public static class NetworkStreamPatches
{
    /// <inheritdoc cref="NetworkStream.Read(byte[], int, int)"/>
    /// <param name="stream">The stream.</param>
    public static async Coroutine<int> ReadAsync(NetworkStream stream, byte[] buffer, int offset, int count)
    {
        using IoLimit limit = IoLimit.Of(ReadTimeoutOf(stream));
        try
        {
            return await limit.Await(stream.ReadAsync(buffer, offset, count, limit.Token));
        }
        catch (OperationCanceledException) when (limit.HasExpired)
        {
            throw ReadTimedOut();
        }
    }

    /// <inheritdoc cref="NetworkStream.Read(Span{byte})"/>
    /// <param name="stream">The stream.</param>
    public static async Coroutine<int> ReadAsync(NetworkStream stream, Memory<byte> buffer)
    {
        using IoLimit limit = IoLimit.Of(ReadTimeoutOf(stream));
        try
        {
            return await limit.Await(stream.ReadAsync(buffer, limit.Token));
        }
        catch (OperationCanceledException) when (limit.HasExpired)
        {
            throw ReadTimedOut();
        }
    }

    /// <inheritdoc cref="NetworkStream.Write(byte[], int, int)"/>
    /// <param name="stream">The stream.</param>
    public static async Coroutine WriteAsync(NetworkStream stream, byte[] buffer, int offset, int count)
    {
        using IoLimit limit = IoLimit.Of(WriteTimeoutOf(stream));
        try
        {
            await limit.Await(stream.WriteAsync(buffer, offset, count, limit.Token));
        }
        catch (OperationCanceledException) when (limit.HasExpired)
        {
            throw WriteTimedOut();
        }
    }

    /// <inheritdoc cref="NetworkStream.Write(ReadOnlySpan{byte})"/>
    /// <param name="stream">The stream.</param>
    public static async Coroutine WriteAsync(NetworkStream stream, ReadOnlyMemory<byte> buffer)
    {
        using IoLimit limit = IoLimit.Of(WriteTimeoutOf(stream));
        try
        {
            await limit.Await(stream.WriteAsync(buffer, limit.Token));
        }
        catch (OperationCanceledException) when (limit.HasExpired)
        {
            throw WriteTimedOut();
        }
    }

    // A stream that was closed cannot be asked: what follows throws what the original throws.
    private static int ReadTimeoutOf(NetworkStream stream) => stream.CanRead ? stream.ReadTimeout : 0;

    private static int WriteTimeoutOf(NetworkStream stream) => stream.CanWrite ? stream.WriteTimeout : 0;

    private static IOException ReadTimedOut()
    {
        SocketException error = new((int)SocketError.TimedOut);
        return new IOException($"Unable to read data from the transport connection: {error.Message}.", error);
    }

    private static IOException WriteTimedOut()
    {
        SocketException error = new((int)SocketError.TimedOut);
        return new IOException($"Unable to write data to the transport connection: {error.Message}.", error);
    }
}
