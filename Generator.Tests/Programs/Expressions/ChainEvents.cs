// construct: `handler?.Invoke(f())`
// lowered to: awaits in place
internal static partial class Program
{
    [Coroutine]
    private static void Main()
    {
        Pause("one");
        Pause("two");
        Action<int>? some = Log2;
        Action<int>? none = null;
        some?.Invoke(Get(1));
        none?.Invoke(Get(2));
    }

    private static void Log2(int n) => Log("handled " + n);
}
