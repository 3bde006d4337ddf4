// construct: `new { A = f(), g().B }`
// lowered to: awaits in place
internal static partial class Program
{
    [Coroutine]
    private static string Main()
    {
        var one = new { A = Get(1), B = Get("b"), Get("xyz").Length };
        var two = one with { A = Get(2) };
        return one.ToString() + two + one.Equals(two);
    }
}
