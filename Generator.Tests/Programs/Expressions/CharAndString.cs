// construct: indexing and slicing of what a call returns
// lowered to: awaits in place
internal static partial class Program
{
    [Coroutine]
    private static string Main()
    {
        char c = Get("abc")[Get(1)];
        string s = Get("abcdef")[Get(1)..^Get(1)];
        return c + s + Get("x").PadLeft(Get(3), Get('-')) + Get("a,b").Split(Get(','))[^1];
    }
}
