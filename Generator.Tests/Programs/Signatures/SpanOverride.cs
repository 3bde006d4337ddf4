// construct: a stream that overrides the methods with spans
// lowered to: an override of `ReadAsync(Memory<byte>, …)` too
internal static partial class Program
{
    [Coroutine]
    private static int Main()
    {
        using Numbers stream = new();
        byte[] bytes = new byte[5];
        int n = stream.Read(bytes.AsSpan(1, 3));
        Stream plain = stream;
        n += plain.Read(bytes, 4, 1);
        n += plain.Read(bytes.AsSpan(0, 1));
        plain.Write("abc"u8);
        return n * 100 + Sum(bytes);
    }

    private sealed partial class Numbers : Stream
    {
        private byte _next = 1;

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => true;
        public override long Length => 0;
        public override long Position { get; set; }
        public override void Flush() { }
        public override long Seek(long offset, SeekOrigin origin) => 0;
        public override void SetLength(long value) { }

        [Coroutine]
        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        [Coroutine]
        public override int Read(Span<byte> buffer)
        {
            Pause("read");
            for (int i = 0; i < buffer.Length; i++) buffer[i] = _next++;
            return buffer.Length;
        }

        [Coroutine]
        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

        [Coroutine]
        public override void Write(ReadOnlySpan<byte> buffer)
        {
            Pause("write");
            Log(buffer.Length);
        }
    }
}
