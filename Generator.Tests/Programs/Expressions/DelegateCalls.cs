// construct: `d(f())`, `d.Invoke(f())`, delegates that are returned
// lowered to: awaits in place
internal static partial class Program
{
    [Coroutine]
    private static int Main()
    {
        Func<int, int, int> add = (a, b) => a + b;
        Func<Func<int, int>> make = () => n => n + 1;
        Action<string> log = Log;
        log(Get("x"));
        return add(Get(1), Get(2)) + add.Invoke(Get(3), 4) + make()(Get(5));
    }
}
