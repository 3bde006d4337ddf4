// construct: `using` over writers and streams of the framework
// lowered to: `await using`: the end of a writer writes
// note: the end of a resource takes no token, so that a kill waits until it is over
internal static partial class Program
{
    [Coroutine]
    private static string Main()
    {
        MemoryStream target = new();
        byte[] bytes = [33];
        using (StreamWriter writer = new(target, leaveOpen: true))
        {
            Pause("body");
            writer.Write("hello");
        }
        using (var buffer = new BufferedStream(target))
        {
            buffer.Write(bytes, 0, 1);
            Pause("again");
        }
        using (Stream zip = new System.IO.Compression.GZipStream(Stream.Null, System.IO.Compression.CompressionMode.Compress)) zip.Write(bytes, 0, 1);
        return string.Join(",", target.ToArray());
    }
}
