// construct: `f(ref x, g())`, `f(ref a[i], g())`, `f(out o.F, g())`
// lowered to: awaits in place
internal static partial class Program
{
    [Coroutine]
    private static string Main()
    {
        int local = 1;
        Add(ref local, Get(2));
        int[] a = [1, 2];
        int i = 0;
        Add(ref a[i++], Get(10));
        Add(ref a[i], Get(20));
        Source source = new("s");
        Add(ref source.Field, Get(7));
        Set(out source.Field, source.Field + Get(1));
        Set(out int fresh, Get(3));
        return $"{local} {a[0]} {a[1]} {source.Field} {fresh}";
    }

    private static void Add(ref int target, int n) => target += n;

    private static void Set(out int target, int n) => target = n;
}
