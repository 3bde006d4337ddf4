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

    private static Coroutine<int> CallAsync(TextReader reader, Func<TextReader, int> call) => reader switch
    {
        StringReader => new Coroutine<int>(call(reader)),
        StreamReader stream when StreamReaderPatches.CanFill(stream) => StreamReaderPatches.FillAndCallAsync(stream, call),
        _ => Offload.RunAsync(reader, call),
    };
}
