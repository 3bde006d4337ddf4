// construct: `#if`, `#elif`, `#else` in a body
// lowered to: the lines that were compiled; the others are empty, so that no line moves
internal static partial class Program
{
    [Coroutine]
    private static int Main()
    {
        int n = 0;
#if SOMETHING
        n += Get(1);
#elif NET_NEVER
        n += Get(2);
#else
        n += Get(3);
#if !SOMETHING
        n += Get(4);
#endif
#endif
        n += Get(
#if SOMETHING
            5,
#endif
            6);
        return n;
    }
}
