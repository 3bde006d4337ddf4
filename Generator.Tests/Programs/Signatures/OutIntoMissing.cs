// construct: `out` into a field of null and an element that is not there: fails before the call
// lowered to: `Ref.To(…)` and `Ref.At(…)`, which look for null, the bounds and the type of the array as they are made
internal static partial class Program
{
    private sealed class Holder { public string Line = ""; }

    [Coroutine]
    private static string Main()
    {
        Holder? none = null;
        try { TryRead(1, out none!.Line); }
        catch (NullReferenceException) { Log("null"); }
        string[] lines = ["a"];
        try { TryRead(1, out lines[Get(1)]); }
        catch (IndexOutOfRangeException) { Log("range"); }
        object[] objects = new string[1];
        try { Put(out objects[0]); }
        catch (ArrayTypeMismatchException) { Log("type"); }
        Pause("end");
        return lines[0];
    }

    [Coroutine]
    private static void Put(out object o) { Pause("put"); o = 1; }

    [Coroutine]
    private static bool TryRead(int n, out string line)
    {
        line = "before";
        int got = Get(n);
        line = "line " + got;
        Pause("after");
        return got < 3;
    }
}
