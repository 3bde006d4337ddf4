// construct: a query with blocking calls in `where` and `select`
// lowered to: a chain of `AsyncEnumerable` with async lambdas, in place of the clauses
internal static partial class Program
{
    [Coroutine]
    private static void Main()
    {
        foreach (string text in from n in Get("source", new[] { 1, 2, 3 })
                                where Get(n) != 2 // not the second
                                select Get("n" + n))
        {
            Log(text);
        }

        Log((from n in new[] { 1, 2, 3 } where Get(n > 1) select n).ToList());
        Log((from n in new[] { 1, 2, 3 } select Get(n)).First());
        int[] all = [.. from int n in new System.Collections.ArrayList { 4, 5 } select Get(n) + 1];
        Log(string.Join(',', from n in all where n > Get(5) select n));
    }
}
