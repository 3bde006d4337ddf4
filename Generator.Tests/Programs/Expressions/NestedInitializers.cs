// construct: nested object and collection initializers: `{ A = { B = f(), C = { g() } } }`
// lowered to: awaits in place
internal static partial class Program
{
    private sealed class Inner
    {
        public int Value { get; set; }

        public List<int> Items { get; } = [];
    }

    private sealed class Outer
    {
        public Inner Inner { get; } = new();

        public Dictionary<string, int> Map { get; } = [];
    }

    [Coroutine]
    private static string Main()
    {
        Outer outer = new() { Inner = { Value = Get(1), Items = { Get(2), Get(3) } }, Map = { ["a"] = Get(4), [Get("b")] = 5 } };
        return $"{outer.Inner.Value} {string.Join(',', outer.Inner.Items)} {outer.Map["a"]} {outer.Map["b"]}";
    }
}
