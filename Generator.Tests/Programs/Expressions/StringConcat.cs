// construct: `"a" + f() + "b"`, with values whose `ToString` has side effects
// lowered to: awaits in place
internal static partial class Program
{
    [Coroutine]
    private static string Main()
    {
        Loud loud = new();
        string s = "a" + loud + Get(1) + loud + Get("x");
        s += Get("y") + loud;
        return s;
    }
}

public sealed class Loud { private int _n; public override string ToString() { Log("text"); return "L" + _n++; } }
