// construct: the calls that end a chain of LINQ, with lambdas that block
// lowered to: their counterparts of `AsyncEnumerable`
internal static partial class Program
{
    [Coroutine]
    private static void Main()
    {
        string[] items = ["b", "a", "cc"];
        Log(items.Count(s => Get(s).Length == 1));
        Log(items.FirstOrDefault(s => Get(s) == "x") ?? "none");
        Log(items.Single(s => Get(s).Length == 2));
        Log(items.Sum(s => Get(s.Length)));
        Log(items.Min(s => Get(s.Length)));
        Log(items.Average(s => Get(s.Length)));
        Log(string.Join('|', items.ToDictionary(s => Get(s), s => s.Length).Select(p => p.Key + p.Value)));
        Log(items.ToHashSet().Count);
        Log(items.Aggregate("", (all, s) => all + Get(s)));
    }
}
