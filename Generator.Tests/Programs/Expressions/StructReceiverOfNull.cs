// construct: `o.S.F(f())`, `g(ref o.F, f())`, where `o` is null
// lowered to: `(o ?? throw new NullReferenceException()).S.F(await fAsync())`
internal static partial class Program
{
    [Coroutine]
    private static int Main()
    {
        Pause("begin");
        Box? none = null;
        Box some = new();
        try { none!.Counter.Add(Get(1)); } catch (NullReferenceException) { Log("null"); }
        try { none!.Counter.Inner.Add(Get(2)); } catch (NullReferenceException) { Log("null"); }
        try { Add(Get(3), ref none!.Number, Get(4)); } catch (NullReferenceException) { Log("null"); }
        some.Counter.Inner.Add(Get(5));
        some.Counter.Add(Get(6));
        Add(Get(7), ref some.Number, Get(8));
        return some.Counter.Inner.Count + some.Counter.Count + some.Number;
    }

    private static void Add(int a, ref int target, int b) => target += a + b;
}

public struct Part { public int Count; public void Add(int n) => Count += n; }

public struct Counter { public Part Inner; public int Count; public void Add(int n) => Count += n; }

public sealed class Box { public Counter Counter; public int Number; }
