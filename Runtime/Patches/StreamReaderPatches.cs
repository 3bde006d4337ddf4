using CoGen.CompilerServices;

namespace CoGen.Patches;

/// <summary>What members of a <see cref="StreamReader"/> that have no asynchronous counterpart become in a coroutine.</summary>
public static class StreamReaderPatches
{
    /// <inheritdoc cref="StreamReader.EndOfStream"/>
    /// <param name="reader">The reader.</param>
    public static async Coroutine<bool> EndOfStreamAsync(StreamReader reader)
    {
        if (!CanFill(reader)) return await Offload.RunAsync(reader, static reader => reader.EndOfStream);
        await FillAsync(reader);
        return reader.EndOfStream;
    }

    /// <summary>A derived reader may keep its text elsewhere.</summary>
    internal static bool CanFill(StreamReader reader) => reader.GetType() == typeof(StreamReader);

    /// <summary>Waits until something is in the buffer, or the end has come: a read of no characters does just that.</summary>
    internal static FairAwait<int> FillAsync(StreamReader reader) => Fair.Await(reader.ReadAsync(Memory<char>.Empty, Co.Token));
}
