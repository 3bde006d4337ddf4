// construct: optional, named and `params` arguments
// lowered to: the same arguments of the twin
internal static partial class Program
{
    [Coroutine]
    private static string Main()
    {
        int n = Add(1) + Add(c: Get(1), a: 2) + Add(1, b: Get(3)) + Add(Get(4), 5, 6);
        return Join("x") + Join("y", Get("1"), "2") + Join("z", ["3", Get("4")]) + n;
    }
}
