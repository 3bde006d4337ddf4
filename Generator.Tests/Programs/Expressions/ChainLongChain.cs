// construct: `a?.f()?.g()?.P`
// lowered to: a conditional in a conditional
internal static partial class Program
{
    [Coroutine]
    private static string Main()
    {
        Source? root = new("root");
        string? name = root?.Open("a")?.Find("b")?.Name;
        int? length = root?.Find(null)?.Open("never").Name.Length;
        return name + length + root?.Open("c").Open("d").Name;
    }
}
