// construct: `(f(), g()) == (h(), i())`
// lowered to: awaits in place
internal static partial class Program
{
    [Coroutine]
    private static void Main()
    {
        Log((Get(1), Get(2)) == (Get(1), Get(3)));
        Log((Get(1), Get("a")) != (Get(2), Get("b")));
    }
}
