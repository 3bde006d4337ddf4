// construct: a stream that overrides Read and Write of arrays, read and written by spans, memory and single bytes
// lowered to: the base's variants for memory lead to the overrides
internal static partial class Program
{
    private sealed partial class Echo(Stream inner) : Stream
    {
        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => true;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();

        [Coroutine]
        public override int Read(byte[] buffer, int offset, int count) => inner.Read(buffer, offset, count);

        [Coroutine]
        public override void Write(byte[] buffer, int offset, int count) => inner.Write(buffer, offset, count);

        [Coroutine]
        public override void Flush()
        {
            Log("flush");
            inner.Flush();
        }
    }

    [Coroutine]
    private static string Main()
    {
        Stream stream = new Echo(new ScriptedStream(1, 2, 3, 4, 5));
        byte[] buffer = new byte[8];
        int n = stream.Read(buffer.AsSpan(0, 4));
        n += stream.Read(buffer.AsSpan(n, 4));
        stream.Write(buffer.AsSpan(0, n));
        stream.Flush();
        return n + ": " + string.Join(",", buffer);
    }
}
