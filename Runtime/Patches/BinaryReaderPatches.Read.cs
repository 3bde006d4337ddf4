using System.Buffers.Binary;

namespace CoGen.Patches;

public static partial class BinaryReaderPatches
{
    /// <inheritdoc cref="BinaryReader.ReadInt16"/>
    /// <param name="reader">The reader.</param>
    public static Coroutine<short> ReadInt16Async(BinaryReader reader) => DecodeAsync(reader, 2, static reader => reader.ReadInt16(), static bytes => BinaryPrimitives.ReadInt16LittleEndian(bytes));

    /// <inheritdoc cref="BinaryReader.ReadUInt16"/>
    /// <param name="reader">The reader.</param>
    public static Coroutine<ushort> ReadUInt16Async(BinaryReader reader) => DecodeAsync(reader, 2, static reader => reader.ReadUInt16(), static bytes => BinaryPrimitives.ReadUInt16LittleEndian(bytes));

    /// <inheritdoc cref="BinaryReader.ReadInt32"/>
    /// <param name="reader">The reader.</param>
    public static Coroutine<int> ReadInt32Async(BinaryReader reader) => DecodeAsync(reader, 4, static reader => reader.ReadInt32(), static bytes => BinaryPrimitives.ReadInt32LittleEndian(bytes));

    /// <inheritdoc cref="BinaryReader.ReadUInt32"/>
    /// <param name="reader">The reader.</param>
    public static Coroutine<uint> ReadUInt32Async(BinaryReader reader) => DecodeAsync(reader, 4, static reader => reader.ReadUInt32(), static bytes => BinaryPrimitives.ReadUInt32LittleEndian(bytes));

    /// <inheritdoc cref="BinaryReader.ReadInt64"/>
    /// <param name="reader">The reader.</param>
    public static Coroutine<long> ReadInt64Async(BinaryReader reader) => DecodeAsync(reader, 8, static reader => reader.ReadInt64(), static bytes => BinaryPrimitives.ReadInt64LittleEndian(bytes));

    /// <inheritdoc cref="BinaryReader.ReadUInt64"/>
    /// <param name="reader">The reader.</param>
    public static Coroutine<ulong> ReadUInt64Async(BinaryReader reader) => DecodeAsync(reader, 8, static reader => reader.ReadUInt64(), static bytes => BinaryPrimitives.ReadUInt64LittleEndian(bytes));

    /// <inheritdoc cref="BinaryReader.ReadHalf"/>
    /// <param name="reader">The reader.</param>
    public static Coroutine<Half> ReadHalfAsync(BinaryReader reader) => DecodeAsync(reader, 2, static reader => reader.ReadHalf(), static bytes => BinaryPrimitives.ReadHalfLittleEndian(bytes));

    /// <inheritdoc cref="BinaryReader.ReadSingle"/>
    /// <param name="reader">The reader.</param>
    public static Coroutine<float> ReadSingleAsync(BinaryReader reader) => DecodeAsync(reader, 4, static reader => reader.ReadSingle(), static bytes => BinaryPrimitives.ReadSingleLittleEndian(bytes));

    /// <inheritdoc cref="BinaryReader.ReadDouble"/>
    /// <param name="reader">The reader.</param>
    public static Coroutine<double> ReadDoubleAsync(BinaryReader reader) => DecodeAsync(reader, 8, static reader => reader.ReadDouble(), static bytes => BinaryPrimitives.ReadDoubleLittleEndian(bytes));

    /// <inheritdoc cref="BinaryReader.ReadByte"/>
    /// <param name="reader">The reader.</param>
    public static Coroutine<byte> ReadByteAsync(BinaryReader reader) => DecodeAsync(reader, 1, static reader => reader.ReadByte(), static bytes => bytes[0]);

    /// <inheritdoc cref="BinaryReader.ReadSByte"/>
    /// <param name="reader">The reader.</param>
    public static Coroutine<sbyte> ReadSByteAsync(BinaryReader reader) => DecodeAsync(reader, 1, static reader => reader.ReadSByte(), static bytes => (sbyte)bytes[0]);

    /// <inheritdoc cref="BinaryReader.ReadBoolean"/>
    /// <param name="reader">The reader.</param>
    public static Coroutine<bool> ReadBooleanAsync(BinaryReader reader) => DecodeAsync(reader, 1, static reader => reader.ReadBoolean(), static bytes => bytes[0] != 0);

    /// <inheritdoc cref="BinaryReader.ReadDecimal"/>
    /// <param name="reader">The reader.</param>
    public static Coroutine<decimal> ReadDecimalAsync(BinaryReader reader) => DecodeAsync(reader, 16, static reader => reader.ReadDecimal(), static bytes => new BinaryReader(new MemoryStream(bytes)).ReadDecimal());

    /// <inheritdoc cref="BinaryReader.Read7BitEncodedInt()"/>
    /// <param name="reader">The reader.</param>
    public static Coroutine<int> Read7BitEncodedIntAsync(BinaryReader reader) => CallAsync(reader, 0, static (reader, _) => reader.Read7BitEncodedInt());

    /// <inheritdoc cref="BinaryReader.Read7BitEncodedInt64()"/>
    /// <param name="reader">The reader.</param>
    public static Coroutine<long> Read7BitEncodedInt64Async(BinaryReader reader) => CallAsync(reader, 0, static (reader, _) => reader.Read7BitEncodedInt64());

    /// <inheritdoc cref="BinaryReader.ReadString()"/>
    /// <param name="reader">The reader.</param>
    public static Coroutine<string> ReadStringAsync(BinaryReader reader) => CallAsync(reader, 0, static (reader, _) => reader.ReadString());

    /// <inheritdoc cref="BinaryReader.ReadChar()"/>
    /// <param name="reader">The reader.</param>
    public static Coroutine<char> ReadCharAsync(BinaryReader reader) => CallAsync(reader, 0, static (reader, _) => reader.ReadChar());

    /// <inheritdoc cref="BinaryReader.Read()"/>
    /// <param name="reader">The reader.</param>
    public static Coroutine<int> ReadAsync(BinaryReader reader) => CallAsync(reader, 0, static (reader, _) => reader.Read());

    /// <inheritdoc cref="BinaryReader.PeekChar()"/>
    /// <param name="reader">The reader.</param>
    public static Coroutine<int> PeekCharAsync(BinaryReader reader) => CallAsync(reader, 0, static (reader, _) => reader.PeekChar());

    /// <inheritdoc cref="BinaryReader.ReadChars(int)"/>
    /// <param name="reader">The reader.</param>
    public static Coroutine<char[]> ReadCharsAsync(BinaryReader reader, int count) => CallAsync(reader, count, static (reader, count) => reader.ReadChars(count));

    /// <inheritdoc cref="BinaryReader.Read(char[], int, int)"/>
    /// <param name="reader">The reader.</param>
    public static Coroutine<int> ReadAsync(BinaryReader reader, char[] buffer, int index, int count) =>
        CallAsync(reader, (buffer, index, count), static (reader, x) => reader.Read(x.buffer, x.index, x.count));

    /// <inheritdoc cref="BinaryReader.Read(Span{char})"/>
    /// <param name="reader">The reader.</param>
    public static Coroutine<int> ReadAsync(BinaryReader reader, Memory<char> buffer) => CallAsync(reader, buffer, static (reader, buffer) => reader.Read(buffer.Span));

    /// <inheritdoc cref="BinaryReader.Read(byte[], int, int)"/>
    /// <param name="reader">The reader.</param>
    public static Coroutine<int> ReadAsync(BinaryReader reader, byte[] buffer, int index, int count) =>
        IsPlain(reader) && buffer is not null && (uint)index <= (uint)buffer.Length && (uint)count <= (uint)(buffer.Length - index)
            ? ReadStreamAsync(reader.BaseStream, buffer.AsMemory(index, count))
            : CallAsync(reader, (buffer, index, count), static (reader, x) => reader.Read(x.buffer!, x.index, x.count));

    /// <inheritdoc cref="BinaryReader.Read(Span{byte})"/>
    /// <param name="reader">The reader.</param>
    public static Coroutine<int> ReadAsync(BinaryReader reader, Memory<byte> buffer) =>
        IsPlain(reader) ? ReadStreamAsync(reader.BaseStream, buffer) : CallAsync(reader, buffer, static (reader, buffer) => reader.Read(buffer.Span));

    /// <inheritdoc cref="BinaryReader.ReadExactly(Span{byte})"/>
    /// <param name="reader">The reader.</param>
    public static Coroutine ReadExactlyAsync(BinaryReader reader, Memory<byte> buffer) =>
        IsPlain(reader)
            ? ReadStreamExactlyAsync(reader.BaseStream, buffer)
            : CallAsync(reader, buffer, static (reader, buffer) =>
            {
                reader.ReadExactly(buffer.Span);
                return 0;
            }).WithoutResult();

    /// <inheritdoc cref="BinaryReader.ReadBytes(int)"/>
    /// <param name="reader">The reader.</param>
    public static Coroutine<byte[]> ReadBytesAsync(BinaryReader reader, int count) =>
        IsPlain(reader) && count > 0 ? ReadStreamBytesAsync(reader.BaseStream, count) : CallAsync(reader, count, static (reader, count) => reader.ReadBytes(count));
}
