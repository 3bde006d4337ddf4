// construct: `foreach` over strings, grids, dictionaries, sequences
// lowered to: awaits in place
internal static partial class Program
{
    [Coroutine]
    private static string Main()
    {
        string text = "";
        foreach (char c in "ab") text += Get(c);
        foreach (int n in new[,] { { 1, 2 }, { 3, 4 } }) text += Get(n);
        foreach ((string key, int value) in new SortedDictionary<string, int> { ["x"] = 1, ["y"] = 2 }) text += Get(key) + value;
        foreach (int n in Enumerable.Range(1, 3).Where(static n => n != 2)) text += Get(n);
        foreach (object? o in new System.Collections.ArrayList { 1, "s", null }) text += Get(o);
        foreach (long n in new[] { 1, 2 }) text += Get(n);
        return text;
    }
}
