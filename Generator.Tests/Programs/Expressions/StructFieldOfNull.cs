// construct: `o.S.F = f()`, where `o` is null and `S` a struct
// lowered to: awaits in place
internal static partial class Program
{
    [Coroutine]
    private static int Main()
    {
        Holder? none = null;
        try { none!.Inner.X = Get(1); } catch (NullReferenceException) { Log("null"); }
        try { none!.Inner.X += Get(2); } catch (NullReferenceException) { Log("null"); }
        Holder some = new();
        some.Inner.X = Get(3);
        some.Inner.X += Get(4);
        return some.Inner.X;
    }
}

public struct Inner { public int X; public int Y; }

public sealed class Holder { public Inner Inner; public Inner[] Many = new Inner[2]; }
