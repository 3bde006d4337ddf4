using System.Runtime.CompilerServices;
using CoGen.CompilerServices;

namespace CoGen.Patches;

/// <summary>What the blocking calls of a <see cref="BinaryWriter"/> become in a coroutine.</summary>
/// <remarks>
/// The writer itself encodes, into memory; that is written to its stream. Derived writers are called on a worker thread, unless their stream is in memory. If a wait is
/// interrupted, part of what was to be written may have been.
/// </remarks>
public static partial class BinaryWriterPatches
{
    /// <summary>Memory that nobody uses now.</summary>
    private static MemoryStream? s_scratch;

    /// <inheritdoc cref="BinaryWriter.Flush"/>
    /// <param name="writer">The writer.</param>
    public static Coroutine FlushAsync(BinaryWriter writer) =>
        writer.GetType() == typeof(BinaryWriter) ? FlushStreamAsync(OutStreamOf(writer)) : Offload.RunAsync(writer, static writer => writer.Flush());

    private static async Coroutine FlushStreamAsync(Stream stream) => await Fair.Await(stream.FlushAsync(Co.Token));

    // BaseStream would flush. The field is protected, and so part of what the type promises.
    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "OutStream")]
    private static extern ref Stream OutStreamOf(BinaryWriter writer);

    private static Coroutine CallAsync<T>(BinaryWriter writer, T value, Action<BinaryWriter, T> call)
    {
        Stream stream = OutStreamOf(writer);
        if (StreamKinds.IsInMemory(stream))
        {
            call(writer, value);
            return default;
        }

        return writer.GetType() == typeof(BinaryWriter)
            ? WriteAsync(writer, stream, value, call)
            : Offload.RunAsync((writer, value, call), static x => x.call(x.writer, x.value));
    }

    private static async Coroutine WriteAsync<T>(BinaryWriter writer, Stream stream, T value, Action<BinaryWriter, T> call)
    {
        MemoryStream scratch = Interlocked.Exchange(ref s_scratch, null) ?? new MemoryStream();
        scratch.SetLength(0);
        OutStreamOf(writer) = scratch;
        try
        {
            call(writer, value);
        }
        finally
        {
            OutStreamOf(writer) = stream;
        }

        await Fair.Await(stream.WriteAsync(scratch.GetBuffer().AsMemory(0, (int)scratch.Length), Co.Token));

        // Not after an error: what was interrupted may still read from it. Nor is a large one kept.
        if (scratch.Capacity <= 64 * 1024) s_scratch = scratch;
    }
}
