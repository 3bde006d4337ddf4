using System.Net.Sockets;
using CoGen.CompilerServices;

namespace CoGen.Patches;

/// <summary>What calls of a <see cref="Stream"/> that have no asynchronous counterpart become in a coroutine.</summary>
public static class StreamPatches
{
    /// <summary>A buffer for one byte that nobody uses now.</summary>
    private static byte[]? s_one;

    /// <inheritdoc cref="Stream.ReadByte"/>
    /// <param name="stream">The stream.</param>
    public static Coroutine<int> ReadByteAsync(Stream stream) =>
        StreamKinds.IsInMemory(stream) ? new Coroutine<int>(stream.ReadByte()) : ReadOneAsync(stream);

    /// <inheritdoc cref="Stream.WriteByte(byte)"/>
    /// <param name="stream">The stream.</param>
    public static Coroutine WriteByteAsync(Stream stream, byte value)
    {
        if (!StreamKinds.IsInMemory(stream)) return WriteOneAsync(stream, value);
        stream.WriteByte(value);
        return default;
    }

    private static async Coroutine<int> ReadOneAsync(Stream stream)
    {
        byte[] one = Interlocked.Exchange(ref s_one, null) ?? new byte[1];
        int read = stream is NetworkStream network
            ? await NetworkStreamPatches.ReadAsync(network, one.AsMemory())
            : await Fair.Await(stream.ReadAsync(one.AsMemory(), Co.Token));
        int value = read == 0 ? -1 : one[0];

        // Only now: what was interrupted may still write to it.
        s_one = one;
        return value;
    }

    private static async Coroutine WriteOneAsync(Stream stream, byte value)
    {
        byte[] one = Interlocked.Exchange(ref s_one, null) ?? new byte[1];
        one[0] = value;
        if (stream is NetworkStream network) await NetworkStreamPatches.WriteAsync(network, one.AsMemory());
        else await Fair.Await(stream.WriteAsync(one.AsMemory(), Co.Token));
        s_one = one;
    }
}
