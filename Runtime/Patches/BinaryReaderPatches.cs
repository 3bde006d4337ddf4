using CoGen.CompilerServices;

namespace CoGen.Patches;

/// <summary>What the blocking calls of a <see cref="BinaryReader"/> become in a coroutine.</summary>
/// <remarks>
/// Numbers and bytes are read from the stream, which the reader does not read ahead of. Characters, of which it keeps a part, and derived readers are read on a worker
/// thread. A stream in memory is simply read. If a wait is interrupted, what was read of a value is lost, as by an error of the stream.
/// </remarks>
public static partial class BinaryReaderPatches
{
    private static byte[]? s_buffer;

    /// <summary>Whether the bytes that are read next are those of the stream.</summary>
    private static bool IsPlain(BinaryReader reader) => reader.GetType() == typeof(BinaryReader) && !StreamKinds.IsInMemory(reader.BaseStream);

    private static Coroutine<TResult> CallAsync<TArg, TResult>(BinaryReader reader, TArg argument, Func<BinaryReader, TArg, TResult> call) =>
        StreamKinds.IsInMemory(reader.BaseStream)
            ? new Coroutine<TResult>(call(reader, argument))
            : Offload.RunAsync((reader, argument, call), static x => x.call(x.reader, x.argument));

    private static Coroutine<T> DecodeAsync<T>(BinaryReader reader, int size, Func<BinaryReader, T> call, Func<byte[], T> decode) =>
        IsPlain(reader) ? ReadAndDecodeAsync(reader.BaseStream, size, decode) : CallAsync(reader, call, static (reader, call) => call(reader));

    private static async Coroutine<T> ReadAndDecodeAsync<T>(Stream stream, int size, Func<byte[], T> decode)
    {
        byte[] buffer = Interlocked.Exchange(ref s_buffer, null) ?? new byte[16];
        await ReadStreamExactlyAsync(stream, buffer.AsMemory(0, size));
        T value = decode(buffer);

        // Only now: what was interrupted may still write to it.
        s_buffer = buffer;
        return value;
    }

    private static async Coroutine<int> ReadStreamAsync(Stream stream, Memory<byte> buffer) => await Fair.Await(stream.ReadAsync(buffer, Co.Token));

    private static async Coroutine ReadStreamExactlyAsync(Stream stream, Memory<byte> buffer)
    {
        while (!buffer.IsEmpty)
        {
            int read = await Fair.Await(stream.ReadAsync(buffer, Co.Token));
            if (read == 0) throw new EndOfStreamException("Unable to read beyond the end of the stream.");
            buffer = buffer[read..];
        }
    }

    private static async Coroutine<byte[]> ReadStreamBytesAsync(Stream stream, int count)
    {
        byte[] bytes = new byte[count];
        int length = await Fair.Await(stream.ReadAtLeastAsync(bytes, count, throwOnEndOfStream: false, Co.Token));
        return length == count ? bytes : bytes[..length];
    }
}
