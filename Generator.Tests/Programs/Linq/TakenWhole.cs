// construct: an iterator in `string.Join`, in a spread, and in the constructor of a collection
// lowered to: a list of its values, which is taken whole as well
internal static partial class Program
{
    [Coroutine]
    private static IEnumerable<int> Numbers(int from)
    {
        yield return Get(from);
        yield return Get(from + 1);
    }

    [Coroutine]
    private static void Main()
    {
        Log(string.Join(",", Numbers(1)));
        Log(string.Concat(Numbers(1).Select(n => "<" + n + ">")));
        int[] all = [Get(0), .. Numbers(1), .. Numbers(3).Where(n => n > 3), Get(5)];
        Log(all);
        Log(new List<int>(Numbers(7)));
        HashSet<int> set = new(Numbers(8));
        Log(set.Count);
    }
}
