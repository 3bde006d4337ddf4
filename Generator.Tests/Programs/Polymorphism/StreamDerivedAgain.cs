// construct: a stream derived from a tagged one: with a tag, and without
// lowered to: the override of the asynchronous method finds at run time when it is bypassed
// stays blocking: the override that does not opt in
internal static partial class Program
{
    private partial class First(string name) : Stream
    {
        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => true;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();

        [Coroutine]
        public override int Read(byte[] buffer, int offset, int count) => Get(name, 1);

        [Coroutine]
        public override void Write(byte[] buffer, int offset, int count) => Pause("write");

        [Coroutine]
        public override void Flush() => Pause("flush " + name);
    }

    private sealed partial class Tagged() : First("tagged")
    {
        [Coroutine]
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, count) + Get("more", 10);

        [Coroutine]
        public override void Flush()
        {
            base.Flush();
            base.Flush();
        }
    }

    private sealed class Plain() : First("plain")
    {
        public override int Read(byte[] buffer, int offset, int count)
        {
            Log("plain");
            return base.Read(buffer, offset, count) + Get("plain", 100);
        }
    }

    [Coroutine]
    private static int Use(Stream stream)
    {
        int n = stream.Read(new byte[3], 0, 3);
        stream.Flush();
        return n;
    }

    [Coroutine]
    private static int Main() => Use(new First("first")) + Use(new Tagged()) + Use(new Plain());
}
