namespace CoGen.Patches;

public static partial class TextWriterPatches
{
    /// <inheritdoc cref="TextWriter.WriteLine(bool)"/>
    /// <param name="writer">The writer.</param>
    public static Coroutine WriteLineAsync(TextWriter writer, bool value) =>
        IsPlain(writer) ? WriteLineTextAsync(writer, value ? bool.TrueString : bool.FalseString) : CallAsync(writer, (writer, value), static x => x.writer.WriteLine(x.value));

    /// <inheritdoc cref="TextWriter.WriteLine(decimal)"/>
    /// <param name="writer">The writer.</param>
    public static Coroutine WriteLineAsync(TextWriter writer, decimal value) =>
        IsPlain(writer) ? WriteLineTextAsync(writer, value.ToString(writer.FormatProvider)) : CallAsync(writer, (writer, value), static x => x.writer.WriteLine(x.value));

    /// <inheritdoc cref="TextWriter.WriteLine(double)"/>
    /// <param name="writer">The writer.</param>
    public static Coroutine WriteLineAsync(TextWriter writer, double value) =>
        IsPlain(writer) ? WriteLineTextAsync(writer, value.ToString(writer.FormatProvider)) : CallAsync(writer, (writer, value), static x => x.writer.WriteLine(x.value));

    /// <inheritdoc cref="TextWriter.WriteLine(float)"/>
    /// <param name="writer">The writer.</param>
    public static Coroutine WriteLineAsync(TextWriter writer, float value) =>
        IsPlain(writer) ? WriteLineTextAsync(writer, value.ToString(writer.FormatProvider)) : CallAsync(writer, (writer, value), static x => x.writer.WriteLine(x.value));

    /// <inheritdoc cref="TextWriter.WriteLine(int)"/>
    /// <param name="writer">The writer.</param>
    public static Coroutine WriteLineAsync(TextWriter writer, int value) =>
        IsPlain(writer) ? WriteLineTextAsync(writer, value.ToString(writer.FormatProvider)) : CallAsync(writer, (writer, value), static x => x.writer.WriteLine(x.value));

    /// <inheritdoc cref="TextWriter.WriteLine(long)"/>
    /// <param name="writer">The writer.</param>
    public static Coroutine WriteLineAsync(TextWriter writer, long value) =>
        IsPlain(writer) ? WriteLineTextAsync(writer, value.ToString(writer.FormatProvider)) : CallAsync(writer, (writer, value), static x => x.writer.WriteLine(x.value));

    /// <inheritdoc cref="TextWriter.WriteLine(uint)"/>
    /// <param name="writer">The writer.</param>
    public static Coroutine WriteLineAsync(TextWriter writer, uint value) =>
        IsPlain(writer) ? WriteLineTextAsync(writer, value.ToString(writer.FormatProvider)) : CallAsync(writer, (writer, value), static x => x.writer.WriteLine(x.value));

    /// <inheritdoc cref="TextWriter.WriteLine(ulong)"/>
    /// <param name="writer">The writer.</param>
    public static Coroutine WriteLineAsync(TextWriter writer, ulong value) =>
        IsPlain(writer) ? WriteLineTextAsync(writer, value.ToString(writer.FormatProvider)) : CallAsync(writer, (writer, value), static x => x.writer.WriteLine(x.value));

    /// <inheritdoc cref="TextWriter.WriteLine(object)"/>
    /// <param name="writer">The writer.</param>
    public static Coroutine WriteLineAsync(TextWriter writer, object? value) =>
        IsPlain(writer) ? WriteLineTextAsync(writer, TextOf(writer, value)) : CallAsync(writer, (writer, value), static x => x.writer.WriteLine(x.value));

    /// <inheritdoc cref="TextWriter.WriteLine(string, object)"/>
    /// <param name="writer">The writer.</param>
    public static Coroutine WriteLineAsync(TextWriter writer, string format, object? arg0) =>
        IsPlain(writer) ? WriteLineTextAsync(writer, string.Format(writer.FormatProvider, format, arg0)) : CallAsync(writer, (writer, format, arg0), static x => x.writer.WriteLine(x.format, x.arg0));

    /// <inheritdoc cref="TextWriter.WriteLine(string, object, object)"/>
    /// <param name="writer">The writer.</param>
    public static Coroutine WriteLineAsync(TextWriter writer, string format, object? arg0, object? arg1) =>
        IsPlain(writer) ? WriteLineTextAsync(writer, string.Format(writer.FormatProvider, format, arg0, arg1)) : CallAsync(writer, (writer, format, arg0, arg1), static x => x.writer.WriteLine(x.format, x.arg0, x.arg1));

    /// <inheritdoc cref="TextWriter.WriteLine(string, object, object, object)"/>
    /// <param name="writer">The writer.</param>
    public static Coroutine WriteLineAsync(TextWriter writer, string format, object? arg0, object? arg1, object? arg2) =>
        IsPlain(writer) ? WriteLineTextAsync(writer, string.Format(writer.FormatProvider, format, arg0, arg1, arg2)) : CallAsync(writer, (writer, format, arg0, arg1, arg2), static x => x.writer.WriteLine(x.format, x.arg0, x.arg1, x.arg2));

    /// <inheritdoc cref="TextWriter.WriteLine(string, object[])"/>
    /// <param name="writer">The writer.</param>
    public static Coroutine WriteLineAsync(TextWriter writer, string format, params object?[] arg) =>
        IsPlain(writer) ? WriteLineTextAsync(writer, string.Format(writer.FormatProvider, format, arg)) : CallAsync(writer, (writer, format, arg), static x => x.writer.WriteLine(x.format, x.arg));
}
