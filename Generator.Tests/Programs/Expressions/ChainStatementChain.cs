// construct: `a?.f()?.g();` as a statement
// lowered to: an `if` in an `if`
internal static partial class Program
{
    [Coroutine]
    private static void Main()
    {
        Source? root = new("root");
        root?.Find("child")?.Write(1);
        root?.Find(null)?.Write(2);
        root?.Open("c").Write(3);
    }
}
