// construct: `f(b: g(), a: h())`
// lowered to: awaits in place
internal static partial class Program
{
    [Coroutine]
    private static string Main()
    {
        return Three(c: Get(1), a: Get(2), b: Get(3)) + Three(Get(4), c: Get(5), b: 6) + Add(c: Get(1), a: Get(2));
    }

    private static string Three(int a, int b, int c) => $"{a}{b}{c} ";
}
