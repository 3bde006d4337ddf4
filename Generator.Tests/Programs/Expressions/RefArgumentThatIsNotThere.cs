// construct: `f(ref a[i], g())`, where there is no such element
// lowered to: awaits in place
internal static partial class Program
{
    [Coroutine]
    private static void Main()
    {
        Pause("one");
        Pause("two");
        int[] a = [1];
        try { Add(ref a[5], Get(10)); } catch (IndexOutOfRangeException) { Log("range"); }
        Source? none = null;
        try { Add(ref none!.Field, Get(10)); } catch (NullReferenceException) { Log("null"); }
    }

    private static void Add(ref int target, int n) => target += n;
}
