using System.CodeDom.Compiler;

namespace CoGen.Patches;

/// <remarks>
/// The asynchronous forms of these take no token, so that a killed fiber would leave one behind, and the writer would refuse to be disposed of. A
/// <see cref="StreamWriter"/> writes memory with a token instead; another writer need not do the same with that as with what it was given.
/// </remarks>
public static partial class TextWriterPatches
{
    private static readonly Type s_synchronized = TextWriter.Synchronized(new StringWriter()).GetType();

    /// <inheritdoc cref="TextWriter.Write(char)"/>
    /// <param name="writer">The writer.</param>
    public static Coroutine WriteAsync(TextWriter writer, char value) => IsPlain(writer)
        ? WriteMemoryAsync(writer, value.ToString().AsMemory())
        : ForwardAsync(writer, value, static (w, x) => w.Write(x), static (w, x) => w.WriteAsync(x));

    /// <inheritdoc cref="TextWriter.Write(char[])"/>
    /// <param name="writer">The writer.</param>
    public static Coroutine WriteAsync(TextWriter writer, char[]? buffer) => IsPlain(writer)
        ? WriteMemoryAsync(writer, buffer)
        : ForwardAsync(writer, buffer, static (w, x) => w.Write(x), static (w, x) => w.WriteAsync(x));

    /// <inheritdoc cref="TextWriter.Write(char[], int, int)"/>
    /// <param name="writer">The writer.</param>
    public static Coroutine WriteAsync(TextWriter writer, char[] buffer, int index, int count) => IsPlain(writer) && IsPart(buffer, index, count)
        ? WriteMemoryAsync(writer, buffer.AsMemory(index, count))
        : ForwardAsync(writer, (buffer, index, count), static (w, x) => w.Write(x.buffer, x.index, x.count), static (w, x) => w.WriteAsync(x.buffer, x.index, x.count));

    /// <inheritdoc cref="TextWriter.Write(string)"/>
    /// <param name="writer">The writer.</param>
    public static Coroutine WriteAsync(TextWriter writer, string? value) => IsPlain(writer)
        ? WriteMemoryAsync(writer, value.AsMemory())
        : ForwardAsync(writer, value, static (w, x) => w.Write(x), static (w, x) => w.WriteAsync(x));

    /// <inheritdoc cref="TextWriter.WriteLine()"/>
    /// <param name="writer">The writer.</param>
    public static Coroutine WriteLineAsync(TextWriter writer) => IsPlain(writer)
        ? WriteLineTextAsync(writer, null)
        : ForwardAsync(writer, 0, static (w, _) => w.WriteLine(), static (w, _) => w.WriteLineAsync());

    /// <inheritdoc cref="TextWriter.WriteLine(char)"/>
    /// <param name="writer">The writer.</param>
    public static Coroutine WriteLineAsync(TextWriter writer, char value) => IsPlain(writer)
        ? WriteLineTextAsync(writer, value.ToString())
        : ForwardAsync(writer, value, static (w, x) => w.WriteLine(x), static (w, x) => w.WriteLineAsync(x));

    /// <inheritdoc cref="TextWriter.WriteLine(char[])"/>
    /// <param name="writer">The writer.</param>
    public static Coroutine WriteLineAsync(TextWriter writer, char[]? buffer) => IsPlain(writer)
        ? WriteLineMemoryAsync(writer, buffer)
        : ForwardAsync(writer, buffer, static (w, x) => w.WriteLine(x), static (w, x) => w.WriteLineAsync(x));

    /// <inheritdoc cref="TextWriter.WriteLine(char[], int, int)"/>
    /// <param name="writer">The writer.</param>
    public static Coroutine WriteLineAsync(TextWriter writer, char[] buffer, int index, int count) => IsPlain(writer) && IsPart(buffer, index, count)
        ? WriteLineMemoryAsync(writer, buffer.AsMemory(index, count))
        : ForwardAsync(writer, (buffer, index, count), static (w, x) => w.WriteLine(x.buffer, x.index, x.count), static (w, x) => w.WriteLineAsync(x.buffer, x.index, x.count));

    /// <inheritdoc cref="TextWriter.WriteLine(string)"/>
    /// <param name="writer">The writer.</param>
    public static Coroutine WriteLineAsync(TextWriter writer, string? value) => IsPlain(writer)
        ? WriteLineTextAsync(writer, value)
        : ForwardAsync(writer, value, static (w, x) => w.WriteLine(x), static (w, x) => w.WriteLineAsync(x));

    // The original says what is wrong with another.
    private static bool IsPart(char[]? buffer, int index, int count) => buffer is not null && index >= 0 && count >= 0 && buffer.Length - index >= count;

    // What a derived type writes to is its own affair.
    private static bool IsInMemory(TextWriter writer) => writer.GetType() == typeof(StringWriter) || (writer is IndentedTextWriter indented
        ? writer.GetType() == typeof(IndentedTextWriter) && IsInMemory(indented.InnerWriter)
        : writer == TextWriter.Null || writer == Console.Out || writer == Console.Error);

    private static Coroutine ForwardAsync<T>(TextWriter writer, T value, Action<TextWriter, T> call, Func<TextWriter, T, Task> twin)
    {
        if (IsInMemory(writer))
        {
            call(writer, value);
            return default;
        }

        // The asynchronous members of a synchronised writer block the caller.
        return writer.GetType() == s_synchronized
            ? Offload.RunAsync((writer, value, call), static x => x.call(x.writer, x.value))
            : CoTask.GetResultAsync(twin(writer, value));
    }
}
