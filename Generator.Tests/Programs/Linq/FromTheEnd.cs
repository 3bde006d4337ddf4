// construct: LINQ that does not go from front to back, or leaves items out: `Last`, `ThenBy`, `Skip` and `Any()` behind `Select`
// diagnostic: CG1004
// instead: write the loop
// stays blocking: the lambdas, for asynchronous LINQ would call them in another order
internal static partial class Program
{
    [Coroutine]
    private static void Main()
    {
        string[] items = ["b", "a", "cc"];
        Log(items.Last(s => /*!CG1004*/Get(s).Length == 1));
        Log(items.Select(s => /*!CG1004*/Get(s)).Skip(1).ToList());
        Log(items.Select(s => /*!CG1004*/Get(s)).Any());
        Log(items.OrderBy(s => s.Length).ThenBy(s => /*!CG1004*/Get(s)).ToList());
        Log(items.OrderBy(s => /*!CG1004*/Get(s)).Count());
        Pause("end");
    }
}
