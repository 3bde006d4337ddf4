// construct: an override of a protected method of the framework
// lowered to: an override with the accessibility of the framework's
internal static partial class Program
{
    private sealed partial class Content : System.Net.Http.HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream stream, System.Net.TransportContext? context) => Task.CompletedTask;

        protected override bool TryComputeLength(out long length)
        {
            length = 3;
            return true;
        }

        [Coroutine]
        protected override void SerializeToStream(Stream stream, System.Net.TransportContext? context, CancellationToken cancellationToken)
        {
            Log(stream.CanWrite);
            Pause("serialized");
        }

        [Coroutine]
        public int Go(Stream stream)
        {
            SerializeToStream(stream, null, default);
            return Step("end");
        }
    }

    [Coroutine]
    private static int Main() => new Content().Go(new ScriptedStream());
}
