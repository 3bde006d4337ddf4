namespace CoGen.Patches;

public static partial class TextWriterPatches
{
    /// <inheritdoc cref="TextWriter.Write(bool)"/>
    /// <param name="writer">The writer.</param>
    public static Coroutine WriteAsync(TextWriter writer, bool value) =>
        IsPlain(writer) ? WriteTextAsync(writer, value ? bool.TrueString : bool.FalseString) : CallAsync(writer, (writer, value), static x => x.writer.Write(x.value));

    /// <inheritdoc cref="TextWriter.Write(decimal)"/>
    /// <param name="writer">The writer.</param>
    public static Coroutine WriteAsync(TextWriter writer, decimal value) =>
        IsPlain(writer) ? WriteTextAsync(writer, value.ToString(writer.FormatProvider)) : CallAsync(writer, (writer, value), static x => x.writer.Write(x.value));

    /// <inheritdoc cref="TextWriter.Write(double)"/>
    /// <param name="writer">The writer.</param>
    public static Coroutine WriteAsync(TextWriter writer, double value) =>
        IsPlain(writer) ? WriteTextAsync(writer, value.ToString(writer.FormatProvider)) : CallAsync(writer, (writer, value), static x => x.writer.Write(x.value));

    /// <inheritdoc cref="TextWriter.Write(float)"/>
    /// <param name="writer">The writer.</param>
    public static Coroutine WriteAsync(TextWriter writer, float value) =>
        IsPlain(writer) ? WriteTextAsync(writer, value.ToString(writer.FormatProvider)) : CallAsync(writer, (writer, value), static x => x.writer.Write(x.value));

    /// <inheritdoc cref="TextWriter.Write(int)"/>
    /// <param name="writer">The writer.</param>
    public static Coroutine WriteAsync(TextWriter writer, int value) =>
        IsPlain(writer) ? WriteTextAsync(writer, value.ToString(writer.FormatProvider)) : CallAsync(writer, (writer, value), static x => x.writer.Write(x.value));

    /// <inheritdoc cref="TextWriter.Write(long)"/>
    /// <param name="writer">The writer.</param>
    public static Coroutine WriteAsync(TextWriter writer, long value) =>
        IsPlain(writer) ? WriteTextAsync(writer, value.ToString(writer.FormatProvider)) : CallAsync(writer, (writer, value), static x => x.writer.Write(x.value));

    /// <inheritdoc cref="TextWriter.Write(uint)"/>
    /// <param name="writer">The writer.</param>
    public static Coroutine WriteAsync(TextWriter writer, uint value) =>
        IsPlain(writer) ? WriteTextAsync(writer, value.ToString(writer.FormatProvider)) : CallAsync(writer, (writer, value), static x => x.writer.Write(x.value));

    /// <inheritdoc cref="TextWriter.Write(ulong)"/>
    /// <param name="writer">The writer.</param>
    public static Coroutine WriteAsync(TextWriter writer, ulong value) =>
        IsPlain(writer) ? WriteTextAsync(writer, value.ToString(writer.FormatProvider)) : CallAsync(writer, (writer, value), static x => x.writer.Write(x.value));

    /// <inheritdoc cref="TextWriter.Write(object)"/>
    /// <param name="writer">The writer.</param>
    public static Coroutine WriteAsync(TextWriter writer, object? value) =>
        IsPlain(writer) ? WriteTextAsync(writer, TextOf(writer, value)) : CallAsync(writer, (writer, value), static x => x.writer.Write(x.value));

    /// <inheritdoc cref="TextWriter.Write(string, object)"/>
    /// <param name="writer">The writer.</param>
    public static Coroutine WriteAsync(TextWriter writer, string format, object? arg0) =>
        IsPlain(writer) ? WriteTextAsync(writer, string.Format(writer.FormatProvider, format, arg0)) : CallAsync(writer, (writer, format, arg0), static x => x.writer.Write(x.format, x.arg0));

    /// <inheritdoc cref="TextWriter.Write(string, object, object)"/>
    /// <param name="writer">The writer.</param>
    public static Coroutine WriteAsync(TextWriter writer, string format, object? arg0, object? arg1) =>
        IsPlain(writer) ? WriteTextAsync(writer, string.Format(writer.FormatProvider, format, arg0, arg1)) : CallAsync(writer, (writer, format, arg0, arg1), static x => x.writer.Write(x.format, x.arg0, x.arg1));

    /// <inheritdoc cref="TextWriter.Write(string, object, object, object)"/>
    /// <param name="writer">The writer.</param>
    public static Coroutine WriteAsync(TextWriter writer, string format, object? arg0, object? arg1, object? arg2) =>
        IsPlain(writer) ? WriteTextAsync(writer, string.Format(writer.FormatProvider, format, arg0, arg1, arg2)) : CallAsync(writer, (writer, format, arg0, arg1, arg2), static x => x.writer.Write(x.format, x.arg0, x.arg1, x.arg2));

    /// <inheritdoc cref="TextWriter.Write(string, object[])"/>
    /// <param name="writer">The writer.</param>
    public static Coroutine WriteAsync(TextWriter writer, string format, params object?[] arg) =>
        IsPlain(writer) ? WriteTextAsync(writer, string.Format(writer.FormatProvider, format, arg)) : CallAsync(writer, (writer, format, arg), static x => x.writer.Write(x.format, x.arg));
}
