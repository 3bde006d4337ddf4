// construct: a query with a blocking call in a clause, kept in a local and enumerated once
// lowered to: a chain of `AsyncEnumerable`, which the local holds
internal static partial class Program
{
    [Coroutine]
    private static string Main()
    {
        var q = from n in Get("ns", new[] { 1, 2 }) where n > Get(1) select n;
        Pause("b");
        return string.Join(",", q);
    }
}
