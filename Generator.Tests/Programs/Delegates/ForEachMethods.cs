// construct: `Array.ForEach` and `List<T>.ForEach` with what blocks
// diagnostic: CG1003, CG1004
// instead: a `foreach` loop
// stays blocking: the lambda, and the method
internal static partial class Program
{
    [Coroutine]
    private static void Load(int n) => Pause("load " + n);

    [Coroutine]
    private static void Main()
    {
        List<int> items = [1, 2];
        items.ForEach(n => /*!CG1004*/Pause("each " + n));
        items.ForEach(/*!CG1003*/Load);
        Array.ForEach([3, 4], n => /*!CG1004*/Pause("each " + n));
        Array.ForEach([5], /*!CG1003*/Load);
        foreach (int n in items) Load(n);
    }
}
