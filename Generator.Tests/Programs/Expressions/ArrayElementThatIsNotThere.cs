// construct: the element of a null array, or one out of range, with a blocking right side
// lowered to: awaits in place; the right side is evaluated first, as it was
internal static partial class Program
{
    [Coroutine]
    private static void Main()
    {
        int[]? none = null;
        int[] some = [1];
        Try(() => Log("plain"));
        try { none![0] = Get(1); } catch (NullReferenceException) { Log("null"); }
        try { some[3] = Get(2); } catch (IndexOutOfRangeException) { Log("range"); }
        try { some[Get(-1)] = Get(3); } catch (IndexOutOfRangeException) { Log("negative"); }
        try { none![Get(0)] += Get(4); } catch (NullReferenceException) { Log("null"); }
    }

    private static void Try(Action action) => action();
}
