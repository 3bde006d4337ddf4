namespace CoGen.Patches;

public static partial class BinaryWriterPatches
{
    /// <inheritdoc cref="BinaryWriter.Write(bool)"/>
    /// <param name="writer">The writer.</param>
    public static Coroutine WriteAsync(BinaryWriter writer, bool value) => CallAsync(writer, value, static (writer, value) => writer.Write(value));

    /// <inheritdoc cref="BinaryWriter.Write(byte)"/>
    /// <param name="writer">The writer.</param>
    public static Coroutine WriteAsync(BinaryWriter writer, byte value) => CallAsync(writer, value, static (writer, value) => writer.Write(value));

    /// <inheritdoc cref="BinaryWriter.Write(char)"/>
    /// <param name="writer">The writer.</param>
    public static Coroutine WriteAsync(BinaryWriter writer, char ch) => CallAsync(writer, ch, static (writer, value) => writer.Write(value));

    /// <inheritdoc cref="BinaryWriter.Write(decimal)"/>
    /// <param name="writer">The writer.</param>
    public static Coroutine WriteAsync(BinaryWriter writer, decimal value) => CallAsync(writer, value, static (writer, value) => writer.Write(value));

    /// <inheritdoc cref="BinaryWriter.Write(double)"/>
    /// <param name="writer">The writer.</param>
    public static Coroutine WriteAsync(BinaryWriter writer, double value) => CallAsync(writer, value, static (writer, value) => writer.Write(value));

    /// <inheritdoc cref="BinaryWriter.Write(Half)"/>
    /// <param name="writer">The writer.</param>
    public static Coroutine WriteAsync(BinaryWriter writer, Half value) => CallAsync(writer, value, static (writer, value) => writer.Write(value));

    /// <inheritdoc cref="BinaryWriter.Write(short)"/>
    /// <param name="writer">The writer.</param>
    public static Coroutine WriteAsync(BinaryWriter writer, short value) => CallAsync(writer, value, static (writer, value) => writer.Write(value));

    /// <inheritdoc cref="BinaryWriter.Write(int)"/>
    /// <param name="writer">The writer.</param>
    public static Coroutine WriteAsync(BinaryWriter writer, int value) => CallAsync(writer, value, static (writer, value) => writer.Write(value));

    /// <inheritdoc cref="BinaryWriter.Write(long)"/>
    /// <param name="writer">The writer.</param>
    public static Coroutine WriteAsync(BinaryWriter writer, long value) => CallAsync(writer, value, static (writer, value) => writer.Write(value));

    /// <inheritdoc cref="BinaryWriter.Write(sbyte)"/>
    /// <param name="writer">The writer.</param>
    public static Coroutine WriteAsync(BinaryWriter writer, sbyte value) => CallAsync(writer, value, static (writer, value) => writer.Write(value));

    /// <inheritdoc cref="BinaryWriter.Write(float)"/>
    /// <param name="writer">The writer.</param>
    public static Coroutine WriteAsync(BinaryWriter writer, float value) => CallAsync(writer, value, static (writer, value) => writer.Write(value));

    /// <inheritdoc cref="BinaryWriter.Write(string)"/>
    /// <param name="writer">The writer.</param>
    public static Coroutine WriteAsync(BinaryWriter writer, string value) => CallAsync(writer, value, static (writer, value) => writer.Write(value));

    /// <inheritdoc cref="BinaryWriter.Write(ushort)"/>
    /// <param name="writer">The writer.</param>
    public static Coroutine WriteAsync(BinaryWriter writer, ushort value) => CallAsync(writer, value, static (writer, value) => writer.Write(value));

    /// <inheritdoc cref="BinaryWriter.Write(uint)"/>
    /// <param name="writer">The writer.</param>
    public static Coroutine WriteAsync(BinaryWriter writer, uint value) => CallAsync(writer, value, static (writer, value) => writer.Write(value));

    /// <inheritdoc cref="BinaryWriter.Write(ulong)"/>
    /// <param name="writer">The writer.</param>
    public static Coroutine WriteAsync(BinaryWriter writer, ulong value) => CallAsync(writer, value, static (writer, value) => writer.Write(value));

    /// <inheritdoc cref="BinaryWriter.Write(byte[])"/>
    /// <param name="writer">The writer.</param>
    public static Coroutine WriteAsync(BinaryWriter writer, byte[] buffer) => CallAsync(writer, buffer, static (writer, value) => writer.Write(value));

    /// <inheritdoc cref="BinaryWriter.Write(char[])"/>
    /// <param name="writer">The writer.</param>
    public static Coroutine WriteAsync(BinaryWriter writer, char[] chars) => CallAsync(writer, chars, static (writer, value) => writer.Write(value));

    /// <inheritdoc cref="BinaryWriter.Write(byte[], int, int)"/>
    /// <param name="writer">The writer.</param>
    public static Coroutine WriteAsync(BinaryWriter writer, byte[] buffer, int index, int count) =>
        CallAsync(writer, (buffer, index, count), static (writer, x) => writer.Write(x.buffer, x.index, x.count));

    /// <inheritdoc cref="BinaryWriter.Write(char[], int, int)"/>
    /// <param name="writer">The writer.</param>
    public static Coroutine WriteAsync(BinaryWriter writer, char[] chars, int index, int count) =>
        CallAsync(writer, (chars, index, count), static (writer, x) => writer.Write(x.chars, x.index, x.count));

    /// <inheritdoc cref="BinaryWriter.Write(ReadOnlySpan{byte})"/>
    /// <param name="writer">The writer.</param>
    public static Coroutine WriteAsync(BinaryWriter writer, ReadOnlyMemory<byte> buffer) => CallAsync(writer, buffer, static (writer, value) => writer.Write(value.Span));

    /// <inheritdoc cref="BinaryWriter.Write(ReadOnlySpan{char})"/>
    /// <param name="writer">The writer.</param>
    public static Coroutine WriteAsync(BinaryWriter writer, ReadOnlyMemory<char> chars) => CallAsync(writer, chars, static (writer, value) => writer.Write(value.Span));

    /// <inheritdoc cref="BinaryWriter.Write7BitEncodedInt(int)"/>
    /// <param name="writer">The writer.</param>
    public static Coroutine Write7BitEncodedIntAsync(BinaryWriter writer, int value) => CallAsync(writer, value, static (writer, value) => writer.Write7BitEncodedInt(value));

    /// <inheritdoc cref="BinaryWriter.Write7BitEncodedInt64(long)"/>
    /// <param name="writer">The writer.</param>
    public static Coroutine Write7BitEncodedInt64Async(BinaryWriter writer, long value) => CallAsync(writer, value, static (writer, value) => writer.Write7BitEncodedInt64(value));
}
