// construct: a coroutine of another assembly
// lowered to: its twin
internal static partial class Program
{
    [Coroutine]
    private static int Main() => Library.Work("a") + Library.Work("b");
}
//=== library
public static partial class Library
{
    [Coroutine]
    public static int Work(string name)
    {
        Pause(name + "1");
        return Step(name + "2") + Fetch(name + "3");
    }
}
