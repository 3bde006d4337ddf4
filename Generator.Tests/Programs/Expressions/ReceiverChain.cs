// construct: `a.f().g().h()`, blocking at each link
// lowered to: `(await (await a.fAsync()).gAsync())…`
internal static partial class Program
{
    [Coroutine]
    private static string Main()
    {
        Source root = new("root");
        int n = root.Open("a").Open("b").Read() + root.Open("c").Name.Length;
        return root.Open(Get("d")).ReadLine()!.ToUpperInvariant()[Get(0)].ToString() + n;
    }
}
