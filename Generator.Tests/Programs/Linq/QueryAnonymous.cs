// construct: a query with variables of anonymous types
// diagnostic: CG1004
// instead: a tuple or a record
// stays blocking: the clause that would need the name of the type
internal static partial class Program
{
    [Coroutine]
    private static void Main()
    {
        Log((from n in new[] { 1, 2 } let pair = new { N = n, M = n * 2 } where /*!CG1004*/Get(pair.M) > 2 select pair.N).ToList());
        Log((from n in new[] { 1, 2 } where Get(n) > 1 let pair = new { N = n, M = n * 2 } select pair.N + pair.M).ToList());
    }
}
