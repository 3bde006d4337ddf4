// construct: calls that infer their type arguments from blocking calls
// lowered to: awaits in place
internal static partial class Program
{
    [Coroutine]
    private static string Main()
    {
        var a = Pair(Get(1), Get("x"));
        var b = Get(Get(Get(5)));
        List<int> list = Enumerable.ToList(Get("xs", new[] { 1, 2 }));
        IEnumerable<long> longs = Get("ys", new List<long> { 3 }).Select(n => n + 1);
        return $"{a} {b} {list.Count} {longs.First()} {Pair<object, long>(Get("o"), Get(5))}";
    }

    private static (A, B) Pair<A, B>(A a, B b) => (a, b);
}
