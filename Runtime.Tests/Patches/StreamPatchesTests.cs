using System.CodeDom.Compiler;
using System.Globalization;
using System.IO.Compression;
using System.IO.Pipes;
using System.Text;
using CoGen.Patches;

namespace CoGen.Tests;

/// <summary>Streams, readers and writers, over a pipe that is empty at first.</summary>
public class StreamPatchesTests : Staged
{
    private static (Stream Reading, Stream Writing) Pipe()
    {
        AnonymousPipeServerStream reading = new(PipeDirection.In);
        return (reading, new AnonymousPipeClientStream(PipeDirection.Out, reading.ClientSafePipeHandle));
    }

    /// <summary>Lets a fiber read from a pipe, sees that it waits, writes, closes, and gives its result back.</summary>
    private T Read<T>(Func<Stream, Coroutine<T>> read, params byte[] bytes) => Run(async () =>
    {
        (Stream reading, Stream writing) = Pipe();
        using (reading)
        {
            Fiber<T> reader = Co.Spawn(() => read(reading));
            await Co.YieldAsync();
            Assert.False(reader.IsFinished);
            writing.Write(bytes);
            writing.Dispose();
            return await reader;
        }
    });

    private byte[] Write(Func<Stream, Coroutine> write) => Run(async () =>
    {
        (Stream reading, Stream writing) = Pipe();
        await write(writing);
        writing.Dispose();
        using MemoryStream all = new();
        reading.CopyTo(all);
        reading.Dispose();
        return all.ToArray();
    });

    [Fact]
    public void A_byte_is_read_and_written()
    {
        Assert.Equal("7 -1", Read(async stream => $"{await StreamPatches.ReadByteAsync(stream)} {await StreamPatches.ReadByteAsync(stream)}", 7));
        Assert.Equal([1, 2], Write(async Coroutine (stream) =>
        {
            await StreamPatches.WriteByteAsync(stream, 1);
            await StreamPatches.WriteByteAsync(stream, 2);
        }));
        MemoryStream memory = new();
        Assert.True(StreamPatches.WriteByteAsync(memory, 3).IsCompleted);
        memory.Position = 0;
        Assert.Equal(3, StreamPatches.ReadByteAsync(memory).GetAwaiter().GetResult());
        Assert.Throws<NullReferenceException>(() => Run(() => StreamPatches.ReadByteAsync(null!)));
    }

    [Fact]
    public void A_reader_of_text_reads_peeks_and_knows_its_end()
    {
        static async Coroutine<string> ReadAll(TextReader reader)
        {
            StringBuilder all = new();
            while (await TextReaderPatches.PeekAsync(reader) is >= 0 and int next)
            {
                all.Append((char)next);
                Assert.Equal(next, await TextReaderPatches.ReadAsync(reader));
                if (reader is StreamReader stream) all.Append(await StreamReaderPatches.EndOfStreamAsync(stream) ? '.' : ',');
            }

            Assert.Equal(-1, await TextReaderPatches.ReadAsync(reader));
            return all.ToString();
        }

        byte[] text = Encoding.UTF8.GetBytes("aé€");
        Assert.Equal("a,é,€.", Read(stream => ReadAll(new StreamReader(stream)), text));
        Assert.Equal("a,é,€.", Read(stream => ReadAll(new DerivedReader(stream)), text));
        Assert.Equal("aé€", Run(() => ReadAll(new StringReader("aé€"))));
        Assert.True(Read(stream => StreamReaderPatches.EndOfStreamAsync(new StreamReader(stream))));
        Assert.Throws<ObjectDisposedException>(() => Run(() =>
        {
            StreamReader reader = new(new MemoryStream());
            reader.Dispose();
            return TextReaderPatches.PeekAsync(reader);
        }));
    }

    private sealed class DerivedReader(Stream stream) : StreamReader(stream);

    [Fact]
    public void A_writer_of_text_writes_values_as_the_original_does()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
        try
        {
            string expected = Text(writer =>
            {
                writer.Write(true); writer.Write(1.5m); writer.Write(2.5); writer.Write(3.5f); writer.Write(-4); writer.Write(5L); writer.Write(6u); writer.Write(7ul);
                writer.Write((object)8.5); writer.Write((object?)null); writer.Write("{0};", 9.5); writer.Write("{0}{1}", 1, 2); writer.Write("{0}{1}{2}", 1, 2, 3);
                writer.Write("{0}{1}{2}{3}", 1, 2, 3, 4.5); writer.WriteLine(false); writer.WriteLine(1.5m); writer.WriteLine(2.5); writer.WriteLine(3.5f); writer.WriteLine(-4);
                writer.WriteLine(5L); writer.WriteLine(6u); writer.WriteLine(7ul); writer.WriteLine((object)8.5); writer.WriteLine((object?)null); writer.WriteLine("{0};", 9.5);
                writer.WriteLine("{0}{1}", 1, 2); writer.WriteLine("{0}{1}{2}", 1, 2, 3); writer.WriteLine("{0}{1}{2}{3}", 1, 2, 3, 4.5);
            });

            async Coroutine WriteAll(TextWriter w)
            {
                await TextWriterPatches.WriteAsync(w, true); await TextWriterPatches.WriteAsync(w, 1.5m); await TextWriterPatches.WriteAsync(w, 2.5);
                await TextWriterPatches.WriteAsync(w, 3.5f); await TextWriterPatches.WriteAsync(w, -4); await TextWriterPatches.WriteAsync(w, 5L);
                await TextWriterPatches.WriteAsync(w, 6u); await TextWriterPatches.WriteAsync(w, 7ul); await TextWriterPatches.WriteAsync(w, (object)8.5);
                await TextWriterPatches.WriteAsync(w, (object?)null); await TextWriterPatches.WriteAsync(w, "{0};", 9.5); await TextWriterPatches.WriteAsync(w, "{0}{1}", 1, 2);
                await TextWriterPatches.WriteAsync(w, "{0}{1}{2}", 1, 2, 3); await TextWriterPatches.WriteAsync(w, "{0}{1}{2}{3}", 1, 2, 3, 4.5);
                await TextWriterPatches.WriteLineAsync(w, false); await TextWriterPatches.WriteLineAsync(w, 1.5m); await TextWriterPatches.WriteLineAsync(w, 2.5);
                await TextWriterPatches.WriteLineAsync(w, 3.5f); await TextWriterPatches.WriteLineAsync(w, -4); await TextWriterPatches.WriteLineAsync(w, 5L);
                await TextWriterPatches.WriteLineAsync(w, 6u); await TextWriterPatches.WriteLineAsync(w, 7ul); await TextWriterPatches.WriteLineAsync(w, (object)8.5);
                await TextWriterPatches.WriteLineAsync(w, (object?)null); await TextWriterPatches.WriteLineAsync(w, "{0};", 9.5);
                await TextWriterPatches.WriteLineAsync(w, "{0}{1}", 1, 2); await TextWriterPatches.WriteLineAsync(w, "{0}{1}{2}", 1, 2, 3);
                await TextWriterPatches.WriteLineAsync(w, "{0}{1}{2}{3}", 1, 2, 3, 4.5);
            }

            Assert.Equal(expected, Encoding.UTF8.GetString(Write(async Coroutine (stream) =>
            {
                StreamWriter writer = new(stream) { AutoFlush = true };
                await WriteAll(writer);
            })));
            Assert.Equal(expected, Encoding.UTF8.GetString(Write(async Coroutine (stream) =>
            {
                DerivedWriter writer = new(stream) { AutoFlush = true };
                await WriteAll(writer);
            })));
            StringWriter text = new();
            Run(() => WriteAll(text));
            Assert.Equal(expected, text.ToString());
            StringWriter indented = new();
            Assert.True(TextWriterPatches.WriteAsync(new IndentedTextWriter(indented), 1.5).IsCompleted);
            Assert.Equal("1,5", indented.ToString());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }

        Assert.Throws<ArgumentNullException>("format", () => Run(() => TextWriterPatches.WriteAsync(new StreamWriter(new MemoryStream()), null!, 1)));
        Assert.Throws<NullReferenceException>(() => Run(() => TextWriterPatches.WriteAsync(null!, 1)));
    }

    private sealed class DerivedWriter(Stream stream) : StreamWriter(stream);

    private static string Text(Action<TextWriter> write)
    {
        StringWriter text = new();
        write(text);
        return text.ToString();
    }

    [Fact]
    public void What_a_binary_writer_writes_a_binary_reader_reads()
    {
        MemoryStream expected = new();
        BinaryWriter original = new(expected);
        original.Write(true); original.Write((byte)1); original.Write((sbyte)-2); original.Write('é'); original.Write(3.5m); original.Write(4.5); original.Write((Half)5.5f);
        original.Write((short)-6); original.Write((ushort)7); original.Write(-8); original.Write(9u); original.Write(-10L); original.Write(11ul); original.Write(12.5f);
        original.Write("text €"); original.Write7BitEncodedInt(300); original.Write7BitEncodedInt64(1L << 40); original.Write([1, 2, 3]); original.Write(['x', 'y']);
        original.Write([4, 5, 6], 1, 2); original.Write(['a', 'b'], 1, 1); original.Write(new byte[] { 7, 8 }.AsSpan()); original.Write("zz".AsSpan());

        static async Coroutine WriteAll(BinaryWriter w)
        {
            await BinaryWriterPatches.WriteAsync(w, true); await BinaryWriterPatches.WriteAsync(w, (byte)1); await BinaryWriterPatches.WriteAsync(w, (sbyte)-2);
            await BinaryWriterPatches.WriteAsync(w, 'é'); await BinaryWriterPatches.WriteAsync(w, 3.5m); await BinaryWriterPatches.WriteAsync(w, 4.5);
            await BinaryWriterPatches.WriteAsync(w, (Half)5.5f); await BinaryWriterPatches.WriteAsync(w, (short)-6); await BinaryWriterPatches.WriteAsync(w, (ushort)7);
            await BinaryWriterPatches.WriteAsync(w, -8); await BinaryWriterPatches.WriteAsync(w, 9u); await BinaryWriterPatches.WriteAsync(w, -10L);
            await BinaryWriterPatches.WriteAsync(w, 11ul); await BinaryWriterPatches.WriteAsync(w, 12.5f); await BinaryWriterPatches.WriteAsync(w, "text €");
            await BinaryWriterPatches.Write7BitEncodedIntAsync(w, 300); await BinaryWriterPatches.Write7BitEncodedInt64Async(w, 1L << 40);
            await BinaryWriterPatches.WriteAsync(w, new byte[] { 1, 2, 3 }); await BinaryWriterPatches.WriteAsync(w, new[] { 'x', 'y' });
            await BinaryWriterPatches.WriteAsync(w, [4, 5, 6], 1, 2); await BinaryWriterPatches.WriteAsync(w, ['a', 'b'], 1, 1);
            await BinaryWriterPatches.WriteAsync(w, new byte[] { 7, 8 }.AsMemory()); await BinaryWriterPatches.WriteAsync(w, "zz".AsMemory());
            await BinaryWriterPatches.FlushAsync(w);
        }

        Assert.Equal(expected.ToArray(), Write(stream => WriteAll(new BinaryWriter(stream))));
        Assert.Equal(expected.ToArray(), Write(stream => WriteAll(new DerivedBinaryWriter(stream))));
        MemoryStream memory = new();
        Run(() => WriteAll(new BinaryWriter(memory)));
        Assert.Equal(expected.ToArray(), memory.ToArray());

        static async Coroutine<string> ReadAll(BinaryReader r)
        {
            List<object> all =
            [
                await BinaryReaderPatches.ReadBooleanAsync(r), await BinaryReaderPatches.ReadByteAsync(r), await BinaryReaderPatches.ReadSByteAsync(r),
                await BinaryReaderPatches.ReadCharAsync(r), await BinaryReaderPatches.ReadDecimalAsync(r), await BinaryReaderPatches.ReadDoubleAsync(r),
                await BinaryReaderPatches.ReadHalfAsync(r), await BinaryReaderPatches.ReadInt16Async(r), await BinaryReaderPatches.ReadUInt16Async(r),
                await BinaryReaderPatches.ReadInt32Async(r), await BinaryReaderPatches.ReadUInt32Async(r), await BinaryReaderPatches.ReadInt64Async(r),
                await BinaryReaderPatches.ReadUInt64Async(r), await BinaryReaderPatches.ReadSingleAsync(r), await BinaryReaderPatches.ReadStringAsync(r),
                await BinaryReaderPatches.Read7BitEncodedIntAsync(r), await BinaryReaderPatches.Read7BitEncodedInt64Async(r),
            ];
            byte[] bytes = await BinaryReaderPatches.ReadBytesAsync(r, 3);
            all.Add(string.Join('-', bytes));
            all.Add(new string(await BinaryReaderPatches.ReadCharsAsync(r, 2)));
            Assert.Equal(1, await BinaryReaderPatches.ReadAsync(r, bytes, 2, 1));
            await BinaryReaderPatches.ReadExactlyAsync(r, bytes.AsMemory(0, 1));
            char[] chars = new char[1];
            Assert.Equal(1, await BinaryReaderPatches.ReadAsync(r, chars, 0, 1));
            Assert.Equal(2, await BinaryReaderPatches.ReadAsync(r, bytes.AsMemory(0, 2)));
            Assert.Equal(1, await BinaryReaderPatches.ReadAsync(r, chars.AsMemory()));
            Assert.Equal('z', await BinaryReaderPatches.ReadAsync(r));
            Assert.Equal(-1, await BinaryReaderPatches.ReadAsync(r));
            Assert.Empty(await BinaryReaderPatches.ReadBytesAsync(r, 9));
            await Virtual.Throws<EndOfStreamException>(async () => await BinaryReaderPatches.ReadInt32Async(r));
            await Virtual.Throws<ArgumentOutOfRangeException>(async () => await BinaryReaderPatches.ReadBytesAsync(r, -1));
            await Virtual.Throws<ArgumentNullException>(async () => await BinaryReaderPatches.ReadAsync(r, (byte[])null!, 0, 1));
            return string.Join(' ', all.Select(x => Convert.ToString(x, CultureInfo.InvariantCulture))) + $" {string.Join('-', bytes)} {chars[0]}";
        }

        const string Values = "True 1 -2 é 3.5 4.5 5.5 -6 7 -8 9 -10 11 12.5 text € 300 1099511627776 1-2-3 xy 7-8-5 z";
        Assert.Equal(Values, Read(stream => ReadAll(new BinaryReader(stream)), expected.ToArray()));
        Assert.Equal(Values, Read(stream => ReadAll(new DerivedBinaryReader(stream)), expected.ToArray()));
        Assert.Equal(Values, Run(() => ReadAll(new BinaryReader(new MemoryStream(expected.ToArray())))));
    }

    private sealed class DerivedBinaryWriter(Stream stream) : BinaryWriter(stream);

    private sealed class DerivedBinaryReader(Stream stream) : BinaryReader(stream);

    [Fact]
    public async Task Outside_fibers_they_wait_as_asynchronous_methods_do()
    {
        (Stream reading, Stream writing) = Pipe();
        Task<string> read = Task.Run(async () =>
        {
            BinaryReader binary = new(reading);
            int number = await BinaryReaderPatches.ReadInt32Async(binary);
            string name = await BinaryReaderPatches.ReadStringAsync(binary);
            StreamReader text = new(reading);
            int peeked = await TextReaderPatches.PeekAsync(text);
            int read = await TextReaderPatches.ReadAsync(text);
            return $"{number} {name} {peeked == read} {await StreamReaderPatches.EndOfStreamAsync(text)}";
        });
        BinaryWriter writer = new(writing);
        await BinaryWriterPatches.WriteAsync(writer, 7);
        await BinaryWriterPatches.WriteAsync(writer, "name");
        await StreamPatches.WriteByteAsync(writing, (byte)'x');
        writing.Dispose();
        Assert.Equal("7 name True True", await read);
        reading.Dispose();
    }

    [Fact]
    public void An_archive_reads_its_directory_where_it_is_made()
    {
        using MemoryStream file = new();
        using (ZipArchive archive = Run(() => ZipArchivePatches.NewAsync(file, ZipArchiveMode.Create, leaveOpen: true)))
        {
            archive.CreateEntry("entry");
        }

        byte[] bytes = file.ToArray();
        Assert.Equal("entry", Read(async stream => (await ZipArchivePatches.NewAsync(stream)).Entries[0].Name, bytes));
        Assert.Throws<InvalidDataException>(() => Run(() => ZipArchivePatches.NewAsync(new MemoryStream([1, 2, 3]))));
        Assert.Throws<ArgumentNullException>("stream", () => Run(() => ZipArchivePatches.NewAsync(null!)));
    }
}

public sealed class StreamPatchesTestsOnPool : StreamPatchesTests
{
    private protected override Scheduler Create(VirtualClock clock) => new PoolScheduler(clock);
}
