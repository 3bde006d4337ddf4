// construct: `new { A = f(), g().P }`
// lowered to: awaits in place
internal static partial class Program
{
    [Coroutine]
    private static string Main()
    {
        var a = new { A = Get(1), Get("abc").Length, Nested = new { B = Get(2) } };
        var b = new[] { new { N = Get(1) }, new { N = Get(2) } };
        return $"{a} {b[1].N}";
    }
}
