using CoGen.CompilerServices;

namespace CoGen.Patches;

/// <summary>What members of a <see cref="StreamReader"/> that have no asynchronous counterpart become in a coroutine.</summary>
public static class StreamReaderPatches
{
    /// <inheritdoc cref="StreamReader.EndOfStream"/>
    /// <param name="reader">The reader.</param>
    public static Coroutine<bool> EndOfStreamAsync(StreamReader reader) =>
        CanFill(reader) ? FillAndCallAsync(reader, static reader => reader.EndOfStream) : Offload.RunAsync(reader, static reader => reader.EndOfStream);

    /// <summary>A derived reader may keep its text elsewhere.</summary>
    internal static bool CanFill(StreamReader reader) => reader.GetType() == typeof(StreamReader);

    /// <summary>Waits until something is in the buffer, or the end has come: a read of no characters does just that. Then the call need not wait.</summary>
    internal static async Coroutine<T> FillAndCallAsync<T>(StreamReader reader, Func<StreamReader, T> call)
    {
        await Fair.Await(reader.ReadAsync(Memory<char>.Empty, Co.Token));
        return call(reader);
    }
}
