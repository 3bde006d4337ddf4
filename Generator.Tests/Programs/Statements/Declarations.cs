// construct: several declarators, `const`, `var`, `scoped` names, shadowed by lambdas
// lowered to: awaits in place
internal static partial class Program
{
    [Coroutine]
    private static string Main()
    {
        int a = Get(1), b = a + Get(2), c;
        const int D = 4;
        var e = Get("e");
        c = b + D;
        { int f = Get(5); c += f; }
        { string f = Get("f"); e += f; }
        (int g, var h) = (Get(6), Get("h"));
        Func<int, int> k = x => x + c;
        return $"{a}{b}{c}{e}{g}{h}{k(Get(1))}";
    }
}
