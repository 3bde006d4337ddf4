// construct: an extension method on `this ref` and `this in`
// lowered to: `Ref<T>` in the place of what is passed by reference
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
