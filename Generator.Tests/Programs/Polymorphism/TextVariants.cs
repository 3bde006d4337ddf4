// construct: a reader and a writer of text that override Read and Write of arrays, read and written by spans and memory
// lowered to: the base's variants for memory lead to the overrides
internal static partial class Program
{
    private sealed partial class Letters : TextReader
    {
        private int _next;

        [Coroutine]
        public override int Read(char[] buffer, int index, int count)
        {
            Pause("read " + count);
            int n = Math.Min(Math.Min(count, 2), 5 - _next);
            for (int i = 0; i < n; i++)
                buffer[index + i] = (char)('a' + _next++);
            return n;
        }
    }

    private sealed partial class Paper : TextWriter
    {
        public override System.Text.Encoding Encoding => System.Text.Encoding.UTF8;

        public string Text { get; private set; } = "";

        [Coroutine]
        public override void Write(char[] buffer, int index, int count)
        {
            Pause("write " + count);
            Text += new string(buffer, index, count);
        }
    }

    [Coroutine]
    private static string Main()
    {
        TextReader reader = new Letters();
        char[] buffer = new char[8];
        int n = reader.Read(buffer.AsSpan(0, 3));
        n += reader.ReadBlock(buffer, n, 2);
        n += reader.Read(buffer, n, 8 - n);
        Paper paper = new();
        TextWriter writer = paper;
        writer.Write(buffer.AsSpan(0, n));
        writer.Write(buffer, 0, 2);
        return n + paper.Text;
    }
}
