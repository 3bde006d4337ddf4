// construct: `base` calls into streams and writers of the framework, whose asynchronous methods come back to what is overridden
// lowered to: these calls stay as they are
internal static partial class Program
{
    private sealed partial class Counting : MemoryStream
    {
        public int Reads { get; private set; }

        [Coroutine]
        public override int Read(byte[] buffer, int offset, int count)
        {
            Pause("read");
            Reads++;
            return base.Read(buffer, offset, count);
        }
    }

    private sealed partial class Loud : StringWriter
    {
        [Coroutine]
        public override void Write(string? value)
        {
            Pause("write");
            base.Write(value + "!");
        }
    }

    [Coroutine]
    private static string Main()
    {
        Counting stream = new();
        stream.Write([1, 2, 3], 0, 3);
        stream.Position = 0;
        int n = ((Stream)stream).Read(new byte[2], 0, 2);
        TextWriter writer = new Loud();
        writer.Write("x");
        Step("end");
        return n + " " + stream.Reads + writer;
    }
}
