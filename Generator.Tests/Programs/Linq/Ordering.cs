// construct: `OrderBy` and `GroupBy` with keys that block; `ThenBy` with one that does not
// lowered to: their counterparts of `AsyncEnumerable`
internal static partial class Program
{
    [Coroutine]
    private static void Main()
    {
        string[] items = ["bb", "a", "aa", "b"];
        foreach (string s in items.OrderBy(s => Get(s.Length)).ThenByDescending(s => s)) Log(s);
        Log(items.OrderByDescending(s => Get(s)).ToList());
        foreach (IGrouping<int, string> group in items.GroupBy(s => Get(s.Length))) Log(group.Key + ":" + string.Join(',', group));
        Log(items.DistinctBy(s => Get(s[0])).ToList());
    }
}
