// construct: locals, parameters and members called like twins
// lowered to: awaits in place
internal static partial class Program
{
    [Coroutine]
    private static int Main()
    {
        int GetAsync1 = Get(1);
        int readAsync = new Source("s").Read();
        return GetAsync1 + readAsync + Helper(Get(2));
    }

    private static int Helper(int awaitable) => awaitable;
}
