// construct: `Array.ConvertAll` and `List<T>.ConvertAll` with what blocks
// diagnostic: CG1003, CG1004
// instead: `items.Select(…).ToArray()`, or a loop
// stays blocking: the lambda, and the method
internal static partial class Program
{
    [Coroutine]
    private static string Load(int n) => Get("load " + n);

    [Coroutine]
    private static void Main()
    {
        int[] items = [1, 2];
        Log(Array.ConvertAll(items, n => /*!CG1004*/Get(n) + 1));
        Log(Array.ConvertAll(items, /*!CG1003*/Load));
        Log(new List<int>(items).ConvertAll(n => /*!CG1004*/Get(n) + 2));
        Log(items.Select(n => Get(n) + 3).ToArray());
    }
}
