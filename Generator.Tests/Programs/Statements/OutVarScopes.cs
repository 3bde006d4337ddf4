// construct: `out var` and patterns of calls that do not block, around calls that do
// lowered to: awaits in place
internal static partial class Program
{
    [Coroutine]
    private static string Main()
    {
        Dictionary<string, int> map = new() { ["a"] = 1 };
        if (!map.TryGetValue(Get("a"), out int n)) n = Get(9);
        if (Get<object>("o", 5) is not int m) return "never";
        while (!int.TryParse(Get("7"), out int p)) Log(p);
        return $"{n}{m}{(map.TryGetValue(Get("b"), out int q) ? q : Get(-1))}";
    }
}
