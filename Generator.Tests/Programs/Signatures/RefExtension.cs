// construct: an extension method on `this ref` and `this in`
// lowered to: the receiver is a `Ref<T>` for `this ref`, and goes by value for `this in`
internal static partial class Program
{
    [Coroutine]
    private static int Main()
    {
        int n = 1;
        n.Bump(2);
        Extensions.Bump(ref n, 3);
        return n.Peek() + n;
    }
}

internal static partial class Extensions
{
    [Coroutine]
    public static void Bump(this ref int n, int by)
    {
        n += by;
        Pause("bump");
        n *= 2;
    }

    [Coroutine]
    public static int Peek(this in int n) => Get(n);
}
