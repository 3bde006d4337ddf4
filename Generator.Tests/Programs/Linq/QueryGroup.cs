// construct: a query with `group … by` and `into`, with values and keys that block
// lowered to: `GroupBy` of `AsyncEnumerable`, and a chain that goes on with the group
internal static partial class Program
{
    [Coroutine]
    private static void Main()
    {
        string[] words = ["bb", "a", "cc", "d"];
        foreach (IGrouping<int, string> group in from w in words group w by Get(w.Length)) Log(group.Key + string.Join(',', group));
        Log((from w in words
             group Get(w + "!") by w.Length into g
             where Get(g.Key) > 0
             orderby g.Key
             select g.Key + string.Concat(g) into text
             where Get(text).Length > 1
             select text).ToList());
        Log((from w in words let n = w.Length group Get(w) by Get(n)).Count());
        Log((from w in words select Get(w) into x select x + x).ToList());
    }
}
