// construct: `a[i].F = f()`, where there is no such element
// lowered to: awaits in place
internal static partial class Program
{
    [Coroutine]
    private static void Main()
    {
        Pause("one");
        Pause("two");
        Inner[]? none = null;
        Inner[] some = new Inner[1];
        try { none![0].X = Get(1); } catch (NullReferenceException) { Log("null"); }
        try { some[3].X = Get(2); } catch (IndexOutOfRangeException) { Log("range"); }
        try { some[3].X += Get(3); } catch (IndexOutOfRangeException) { Log("range"); }
    }
}

public struct Inner { public int X; public int Y; }
