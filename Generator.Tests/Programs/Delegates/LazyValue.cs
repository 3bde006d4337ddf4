// construct: `new Lazy<T>(…)` with what blocks
// diagnostic: CG1003, CG1004
// instead: a tagged method that keeps the value in a field
// stays blocking: the lambda, and the method
internal static partial class Program
{
    [Coroutine]
    private static int Load() => Get(2);

    [Coroutine]
    private static void Main()
    {
        Lazy<int> lazy = new(() => /*!CG1004*/Get(1));
        Lazy<int> named = new Lazy<int>(/*!CG1003*/Load, isThreadSafe: false);
        Log(lazy.Value + named.Value);
        Log(lazy.Value + named.Value);
        Pause("end");
    }
}
