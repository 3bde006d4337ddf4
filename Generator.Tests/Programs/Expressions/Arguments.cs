// construct: arguments `f(a(), b(), c())`
// lowered to: an `await` at each; what stands before it is evaluated before
internal static partial class Program
{
    [Coroutine]
    private static int Main() => Three(Get(1), Plain(2), Get(3)) + Three(c: Get(4), a: Plain(5), b: Get(6));

    private static int Plain(int n)
    {
        Log("plain " + n);
        return n;
    }

    private static int Three(int a, int b, int c)
    {
        Log($"three {a} {b} {c}");
        return a * b - c;
    }
}
