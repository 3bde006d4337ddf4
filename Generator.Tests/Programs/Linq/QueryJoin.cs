// construct: a query with `join` and `join … into`, whose sources and keys block
// lowered to: `Join` and `GroupJoin` of `AsyncEnumerable`
internal static partial class Program
{
    [Coroutine]
    private static IEnumerable<int> Numbers(int count)
    {
        for (int i = 1; i <= count; i++) yield return Get(i);
    }

    [Coroutine]
    private static void Main()
    {
        string[] words = ["a", "bb", "cc"];
        Log((from n in new[] { 1, 2, 3 } join word in Get(words) on Get(n) equals Get(word.Length) select n + word).ToList());
        Log((from n in Numbers(2) join word in words on n equals word.Length into all select n + string.Join('-', all)).ToList());
        Log((from word in words
             join n in Numbers(3) on word.Length equals n into found
             from n in found.DefaultIfEmpty()
             where Get(n) > 0
             select word + n).ToList());
        Log((from word in words join n in new[] { 1, 2 } on Get(word.Length) equals n into found let count = found.Count() select Get(count)).ToList());
    }
}
