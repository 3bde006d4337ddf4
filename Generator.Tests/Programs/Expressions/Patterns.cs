// construct: `f() is > 0 and var n`
// lowered to: an `await` in place
internal static partial class Program
{
    [Coroutine]
    private static int Main()
    {
        object boxed = Get<object>(5);
        if (Get(boxed) is int and > 3 and var n && Get(n) is not 4) Log("n " + n);
        return Get((1, "x")) is (1, { Length: 1 }) ? Get(1) : Get(2);
    }
}
