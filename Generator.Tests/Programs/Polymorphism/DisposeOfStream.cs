// construct: Dispose(bool) of a stream, called by way of Dispose()
// lowered to: an override of DisposeAsync that leads to the twin
internal static partial class Program
{
    private partial class Closing : Stream
    {
        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => true;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override int Read(byte[] buffer, int offset, int count) => 0;
        public override void Write(byte[] buffer, int offset, int count) { }

        [Coroutine]
        public override void Flush() => Pause("flush");

        [Coroutine]
        protected override void Dispose(bool disposing)
        {
            Log("disposing " + disposing);
            if (disposing) Flush();
            base.Dispose(disposing);
        }
    }

    private sealed partial class More : Closing
    {
        [Coroutine]
        protected override void Dispose(bool disposing)
        {
            Pause("more");
            base.Dispose(disposing);
        }
    }

    private static void End(Stream stream) => stream.Dispose();

    private static Task EndAsync(Stream stream) => stream.DisposeAsync().AsTask();

    [Coroutine]
    private static int Main()
    {
        End(new Closing());
        End(new More());
        return Step("end");
    }
}
