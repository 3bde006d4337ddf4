using System.CodeDom.Compiler;
using System.IO.Pipes;
using System.Text;
using CoGen.Patches;

namespace CoGen.Tests.Patches;

/// <summary>Text whose asynchronous form takes no token: a fiber that is killed while it writes leaves nothing behind.</summary>
public class TextWriterTokenTests : Staged
{
    // More than any pipe holds.
    private static readonly string s_long = new('x', 1 << 20);

    public static TheoryData<string> Forms => ["Write string", "Write array", "Write part", "WriteLine string", "WriteLine array", "WriteLine part"];

    private static Coroutine WriteAsync(string form, TextWriter writer) => form switch
    {
        "Write string" => TextWriterPatches.WriteAsync(writer, s_long),
        "Write array" => TextWriterPatches.WriteAsync(writer, s_long.ToCharArray()),
        "Write part" => TextWriterPatches.WriteAsync(writer, s_long.ToCharArray(), 1, s_long.Length - 1),
        "WriteLine string" => TextWriterPatches.WriteLineAsync(writer, s_long),
        "WriteLine array" => TextWriterPatches.WriteLineAsync(writer, s_long.ToCharArray()),
        _ => TextWriterPatches.WriteLineAsync(writer, s_long.ToCharArray(), 1, s_long.Length - 1),
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_write_that_is_killed_has_ended_and_the_writer_is_disposed_of(string form)
    {
        AnonymousPipeServerStream reading = new(PipeDirection.In);
        StreamWriter writer = new(new AnonymousPipeClientStream(PipeDirection.Out, reading.ClientSafePipeHandle));
        Run(async Coroutine () =>
        {
            Fiber fiber = Co.Spawn(() => WriteAsync(form, writer));
            await Co.YieldAsync();
            Assert.False(fiber.IsFinished);
            await fiber.KillAsync();
            Assert.Equal(FiberState.Killed, fiber.State);
        });

        Task<string> rest = Task.Run(() => new StreamReader(reading).ReadToEnd());
        writer.Dispose();
        Assert.Matches("^x+$", rest.GetAwaiter().GetResult());
    }

    [Fact]
    public void What_is_written_is_what_the_original_writes()
    {
        string expected = Texts(static writer =>
        {
            writer.Write('a'); writer.Write("bc"); writer.Write((string?)null); writer.Write(['d', 'e']); writer.Write((char[]?)null); writer.Write(['f', 'g', 'h'], 1, 1);
            writer.WriteLine(); writer.WriteLine('i'); writer.WriteLine("jk"); writer.WriteLine((string?)null); writer.WriteLine(['l']); writer.WriteLine((char[]?)null);
            writer.WriteLine(['m', 'n'], 1, 1); writer.WriteLine(['m', 'n'], 2, 0);
        });

        foreach (TextWriter writer in (TextWriter[])[new StreamWriter(new MemoryStream()) { AutoFlush = true }, new DerivedWriter(new MemoryStream()), new StringWriter(), new IndentedTextWriter(new StringWriter())])
        {
            Run(async Coroutine () =>
            {
                await TextWriterPatches.WriteAsync(writer, 'a'); await TextWriterPatches.WriteAsync(writer, "bc"); await TextWriterPatches.WriteAsync(writer, (string?)null);
                await TextWriterPatches.WriteAsync(writer, ['d', 'e']); await TextWriterPatches.WriteAsync(writer, (char[]?)null);
                await TextWriterPatches.WriteAsync(writer, ['f', 'g', 'h'], 1, 1); await TextWriterPatches.WriteLineAsync(writer); await TextWriterPatches.WriteLineAsync(writer, 'i');
                await TextWriterPatches.WriteLineAsync(writer, "jk"); await TextWriterPatches.WriteLineAsync(writer, (string?)null); await TextWriterPatches.WriteLineAsync(writer, ['l']);
                await TextWriterPatches.WriteLineAsync(writer, (char[]?)null); await TextWriterPatches.WriteLineAsync(writer, ['m', 'n'], 1, 1);
                await TextWriterPatches.WriteLineAsync(writer, ['m', 'n'], 2, 0);
            });
            writer.Flush();
            Assert.Equal(expected, writer switch
            {
                StreamWriter { BaseStream: MemoryStream memory } => Encoding.UTF8.GetString(memory.ToArray()),
                IndentedTextWriter indented => indented.InnerWriter.ToString(),
                _ => writer.ToString(),
            });
        }
    }

    [Theory]
    [InlineData(null, 0, 0)]
    [InlineData("ab", -1, 1)]
    [InlineData("ab", 0, -1)]
    [InlineData("ab", 1, 2)]
    public void Wrong_arguments_are_refused_as_by_the_original(string? text, int index, int count)
    {
        StreamWriter writer = new(new MemoryStream());
        char[] buffer = text?.ToCharArray()!;
        Assert.Equal(Outcome.Of(() => writer.Write(buffer, index, count)), Run(() => Outcome.OfAsync(() => TextWriterPatches.WriteAsync(writer, buffer, index, count))));
        Assert.Equal(Outcome.Of(() => writer.WriteLine(buffer, index, count)), Run(() => Outcome.OfAsync(() => TextWriterPatches.WriteLineAsync(writer, buffer, index, count))));
    }

    [Fact]
    public void Another_writer_is_asked_for_just_what_is_written()
    {
        AskedWriter writer = new();
        Run(() => TextWriterPatches.WriteLineAsync(writer, "text"));
        Assert.Equal("WriteLineAsync text", writer.Asked);
    }

    [Fact]
    public void A_synchronised_writer_is_called_on_a_worker_thread()
    {
        AskedWriter writer = new();
        int loop = Run(async Coroutine<int> () =>
        {
            await TextWriterPatches.WriteLineAsync(TextWriter.Synchronized(writer), "text");
            return Environment.CurrentManagedThreadId;
        });
        Assert.Equal("WriteLine text", writer.Asked);
        Assert.NotEqual(loop, writer.Thread);
    }

    private sealed class DerivedWriter(Stream stream) : StreamWriter(stream);

    private sealed class AskedWriter : TextWriter
    {
        public string? Asked { get; private set; }

        public int Thread { get; private set; }

        public override Encoding Encoding => Encoding.UTF8;

        public override void WriteLine(string? value) => (Asked, Thread) = ("WriteLine " + value, Environment.CurrentManagedThreadId);

        public override Task WriteLineAsync(string? value)
        {
            Asked = "WriteLineAsync " + value;
            return Task.CompletedTask;
        }
    }

    private static string Texts(Action<TextWriter> write)
    {
        StringWriter text = new();
        write(text);
        return text.ToString();
    }
}
