// construct: a query with `orderby` by a key that blocks
// lowered to: `OrderBy` and `ThenBy` of `AsyncEnumerable`
internal static partial class Program
{
    [Coroutine]
    private static void Main()
    {
        string[] words = ["bb", "a", "cc", "d"];
        foreach (string word in from w in words orderby Get(w.Length) descending, w descending select w) Log(word);
        Log((from w in words let n = w.Length orderby n, w where Get(w) != "a" select w + n).ToList());
        Log((from w in words orderby Get(w) ascending select w).ToArray());
    }
}
