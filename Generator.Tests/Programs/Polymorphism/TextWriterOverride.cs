// construct: writers and readers of text of one's own
// lowered to: overrides of WriteAsync, FlushAsync, ReadLineAsync in their own shape
internal static partial class Program
{
    private sealed partial class Pipe(Source source) : TextWriter
    {
        public override System.Text.Encoding Encoding => System.Text.Encoding.UTF8;

        [Coroutine]
        public override void Write(char value) => source.Write(value);

        [Coroutine]
        public override void Write(string? value)
        {
            Log("text");
            source.Write(value);
        }

        [Coroutine]
        public override void WriteLine(string? value)
        {
            Write(value);
            Write('|');
        }

        [Coroutine]
        public override void Flush() => Pause("flush");
    }

    private sealed partial class Lines(Source source) : TextReader
    {
        [Coroutine]
        public override string? ReadLine() => source.ReadLine();

        [Coroutine]
        public override string ReadToEnd()
        {
            string all = "";
            while (ReadLine() is { } line) all += line;
            return all;
        }
    }

    [Coroutine]
    private static string Main()
    {
        TextWriter writer = new Pipe(new Source("w"));
        writer.Write("a");
        writer.WriteLine("b");
        writer.Write('c');
        writer.Flush();
        TextReader reader = new Lines(new Source("r"));
        return reader.ReadLine() + reader.ReadToEnd();
    }
}
