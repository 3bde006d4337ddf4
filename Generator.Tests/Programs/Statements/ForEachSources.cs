// construct: `foreach` over arrays, lists, strings, dictionaries, structs, `IEnumerable`, multi-dimensional arrays
// lowered to: awaits in place
internal static partial class Program
{
    [Coroutine]
    private static string Main()
    {
        string r = "";
        foreach (int n in new[] { 1, 2 }) r += Get(n);
        foreach (int n in Get("list", new List<int> { 3 })) r += Get(n);
        foreach (char c in "xy") r += Get(c);
        foreach ((string k, int v) in new Dictionary<string, int> { ["k"] = 4 }) r += Get(k) + v;
        foreach (int n in Enumerable.Range(5, 2).Where(n => n > 5)) r += Get(n);
        foreach (int n in new int[,] { { 7, 8 } }) r += Get(n);
        foreach (object o in new System.Collections.ArrayList { 9, "z" }) r += Get(o);
        foreach (var (a, b) in new[] { (1, Get(2)) }) r += a + b;
        foreach (long l in new int[] { 1 }) r += Get(l);
        return r;
    }
}
