// construct: `a ? f() : b ? g() : h()`, with conversions
// lowered to: awaits in place
internal static partial class Program
{
    [Coroutine]
    private static string Main()
    {
        bool yes = Get(true);
        object o = yes ? Get("s") : Get(5);
        long n = !yes ? Get(1) : 2L;
        int? m = yes ? null : Get(3);
        return $"{o} {n} {m} {(Get(false) ? Get(1) : Get(true) ? Get(2) : Get(3))}";
    }
}
