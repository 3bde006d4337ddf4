// construct: content of HTTP of one's own, which the framework serializes
// lowered to: overrides in the framework's own shape, which its `CopyToAsync` calls
internal static partial class Program
{
    private sealed partial class Numbers(int count) : System.Net.Http.HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream stream, System.Net.TransportContext? context) => throw new NotSupportedException();

        protected override bool TryComputeLength(out long length)
        {
            length = count;
            return true;
        }

        [Coroutine]
        protected override void SerializeToStream(Stream stream, System.Net.TransportContext? context, CancellationToken cancellationToken)
        {
            for (int i = 0; i < count; i++)
                stream.Write([(byte)i], 0, 1);
            Pause("serialized");
        }
    }

    [Coroutine]
    private static void Main()
    {
        using Numbers numbers = new(2);
        numbers.CopyTo(new ScriptedStream(), null, default);
        Pause("end");
    }
}
