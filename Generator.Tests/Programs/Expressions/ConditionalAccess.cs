// construct: `a.f()?.P`, where the receiver blocks
// lowered to: `(await a.fAsync())?.P`
internal static partial class Program
{
    [Coroutine]
    private static string Main()
    {
        Source root = new("root");
        int? length = root.Find("child")?.Name.Length;
        return length + (root.Find(null)?.Name ?? "null");
    }
}
