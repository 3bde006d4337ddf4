using CoGen.CompilerServices;

namespace CoGen.Patches;

/// <summary>What calls of a <see cref="TextReader"/> that have no asynchronous counterpart become in a coroutine.</summary>
/// <remarks>
/// The buffer of a <see cref="StreamReader"/> is filled without blocking; then the call itself finds what it looks for. Readers in memory are simply
/// called, and those of which nothing is known are called on a worker thread.
/// </remarks>
public static class TextReaderPatches
{
    /// <inheritdoc cref="TextReader.Read()"/>
    /// <param name="reader">The reader.</param>
    public static Coroutine<int> ReadAsync(TextReader reader) => CallAsync(reader, static reader => reader.Read());

    /// <inheritdoc cref="TextReader.Peek"/>
    /// <param name="reader">The reader.</param>
    public static Coroutine<int> PeekAsync(TextReader reader) => CallAsync(reader, static reader => reader.Peek());

    /// <inheritdoc cref="TextReader.ReadBlock(char[], int, int)"/>
    /// <param name="reader">The reader.</param>
    /// <param name="buffer">Where the characters are put.</param>
    /// <param name="index">Where in <paramref name="buffer"/> to begin.</param>
    /// <param name="count">The most characters to read.</param>
    public static Coroutine<int> ReadBlockAsync(TextReader reader, char[] buffer, int index, int count)
    {
        // Wrong arguments are left to the original, which throws.
        bool isInRange = buffer is not null && index >= 0 && count >= 0 && buffer.Length - index >= count;
        return isInRange && count > 0 ? ReadBlockAsync(reader, buffer.AsMemory(index, count)) : new Coroutine<int>(reader.ReadBlock(buffer!, index, count));
    }

    /// <inheritdoc cref="TextReader.ReadBlock(Span{char})"/>
    /// <param name="reader">The reader.</param>
    /// <param name="buffer">Where the characters are put.</param>
    /// <remarks>Read after read: what <see cref="TextReader"/> has for it asks a derived reader on a thread of the pool.</remarks>
    public static async Coroutine<int> ReadBlockAsync(TextReader reader, Memory<char> buffer)
    {
        int total = 0;
        while (total < buffer.Length)
        {
            int n = await Fair.Await(reader.ReadAsync(buffer[total..], Co.Token));
            if (n <= 0) break;
            total += n;
        }

        return total;
    }

    private static Coroutine<int> CallAsync(TextReader reader, Func<TextReader, int> call) => reader switch
    {
        StringReader => new Coroutine<int>(call(reader)),
        StreamReader stream when StreamReaderPatches.CanFill(stream) => StreamReaderPatches.FillAndCallAsync(stream, call),
        _ => Offload.RunAsync(reader, call),
    };
}
