// construct: blocking calls in the clauses of a query
// diagnostic: CG1004
// instead: a loop, or take the values before
// stays blocking: calls in all clauses but the first `from` and `join … in`
internal static partial class Program
{
    [Coroutine]
    private static string Main()
    {
        var q = from n in Get("ns", new[] { 1, 2 }) where n > /*!CG1004*/Get(1) select n;
        Pause("b");
        return string.Join(",", q);
    }
}
