// construct: symbols that the file defines: `#define X`
// lowered to: the lines that were compiled
#define HERE
#undef THERE
internal static partial class Program
{
    [Coroutine]
    internal static int Main()
    {
#if HERE && !THERE
        return Get(
#if HERE
            1 +
#else
            2 +
#endif
            3);
#else
        return Get(4);
#endif
    }
}
