using System.CodeDom.Compiler;
using CoGen.CompilerServices;

namespace CoGen.Patches;

/// <summary>What calls of a <see cref="TextWriter"/> that have no asynchronous counterpart become in a coroutine.</summary>
/// <remarks>
/// For a <see cref="StreamWriter"/> the value is made text, by the writer's own <see cref="TextWriter.FormatProvider"/>, and the text is written. Writers in memory are
/// simply called; any other may do something else with a value than with its text, and is called on a worker thread.
/// </remarks>
public static partial class TextWriterPatches
{
    private static bool IsPlain(TextWriter writer) => writer.GetType() == typeof(StreamWriter);

    private static Coroutine CallAsync<TArgs>(TextWriter writer, TArgs arguments, Action<TArgs> call)
    {
        if (!NeverWaits(writer)) return Offload.RunAsync(arguments, call);
        call(arguments);
        return default;
    }

    /// <summary>Whether a writer writes to memory, or to the console, whose output is to stay in order with what others write there.</summary>
    private static bool NeverWaits(TextWriter writer) => writer switch
    {
        StringWriter => true,
        IndentedTextWriter indented => NeverWaits(indented.InnerWriter),
        StreamWriter stream => StreamKinds.IsInMemory(stream.BaseStream),
        _ => writer == TextWriter.Null || writer == Console.Out || writer == Console.Error,
    };

    private static Coroutine WriteTextAsync(TextWriter writer, string? text) => text is null ? default : WriteMemoryAsync(writer, text.AsMemory());

    private static Coroutine WriteLineTextAsync(TextWriter writer, string? text) => WriteLineMemoryAsync(writer, text.AsMemory());

    private static async Coroutine WriteMemoryAsync(TextWriter writer, ReadOnlyMemory<char> text) => await Fair.Await(writer.WriteAsync(text, Co.Token));

    private static async Coroutine WriteLineMemoryAsync(TextWriter writer, ReadOnlyMemory<char> text) => await Fair.Await(writer.WriteLineAsync(text, Co.Token));

    private static string? TextOf(TextWriter writer, object? value) =>
        value is IFormattable formattable ? formattable.ToString(null, writer.FormatProvider) : value?.ToString();
}
