// construct: a stream of one's own over another
// lowered to: coroutines that do the work, and overrides of ReadAsync, WriteAsync and FlushAsync in their own shape
internal static partial class Program
{
    private sealed partial class Upper(Stream inner) : Stream
    {
        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => true;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();

        [Coroutine]
        public override int Read(byte[] buffer, int offset, int count)
        {
            int n = inner.Read(buffer, offset, count);
            for (int i = 0; i < n; i++) buffer[offset + i] += 100;
            return n;
        }

        [Coroutine]
        public override void Write(byte[] buffer, int offset, int count)
        {
            Log("write " + count);
            inner.Write(buffer, offset, count);
        }

        [Coroutine]
        public override void Flush() => inner.Flush();
    }

    [Coroutine]
    private static string Main()
    {
        Stream stream = new Upper(new ScriptedStream(1, 2, 3));
        byte[] buffer = new byte[10];
        int total = 0;
        int n;
        while ((n = stream.Read(buffer, total, 3)) > 0) total += n;
        stream.Write(buffer, 0, total);
        stream.Flush();
        return total + ": " + string.Join(",", buffer);
    }
}
