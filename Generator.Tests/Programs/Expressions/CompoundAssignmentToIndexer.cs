// construct: `a[f()] += g()`, `a[f()]++` on lists and dictionaries
// lowered to: awaits in place
internal static partial class Program
{
    [Coroutine]
    private static string Main()
    {
        List<int> list = [1, 2, 3];
        list[Get(0)] += Get(10);
        list[Get(1)]++;
        --list[Get(2)];
        Dictionary<string, int> map = new() { ["a"] = 1 };
        map[Get("a")] += Get(5) + map[Get("a")]++;
        return string.Join(',', list) + map["a"];
    }
}
