// construct: `a?.f()!.P`, `a!?.f()`, `(a?.f())!`
// lowered to: awaits in parentheses
internal static partial class Program
{
    [Coroutine]
    private static void Main()
    {
        Source? root = new("root");
        Log(root?.Find("x")!.Name);
        Log(root!?.ReadLine());
        Log((root?.Find("y"))!.Name);
    }
}
