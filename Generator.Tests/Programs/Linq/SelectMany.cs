// construct: `SelectMany` over an iterator that blocks; `Concat` and `Zip` with one
// lowered to: `AsyncEnumerable`, which enumerates the inner sequences itself
internal static partial class Program
{
    [Coroutine]
    private static IEnumerable<string> Walk(string name, int depth)
    {
        yield return Get(name);
        if (depth == 0) yield break;
        foreach (string inner in new[] { "a", "b" }.SelectMany(child => Walk(name + child, depth - 1))) yield return inner;
    }

    [Coroutine]
    private static void Main()
    {
        Log(Walk("r", 2).ToList());
        Log(Walk("x", 0).Concat(Walk("y", 0)).ToList());
        Log(Walk("x", 1).Concat(new[] { "end" }).Count());
    }
}
