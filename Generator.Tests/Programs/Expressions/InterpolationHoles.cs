// construct: a call in the hole of an interpolated string, whose receiver stands in parentheses
// lowered to: `await unchecked((x).FAsync())`, for the parser does not see `await (x).FAsync()` as an `await` there
internal static partial class Program
{
    [Coroutine]
    private static string Main()
    {
        int a = int.MaxValue;
        string text = $"{(a = 1).Twice(),3} {(Get(1) > 0 ? Get("x") : "y")} {(Get("b"))} {1.Twice()} {new Source().Read()} {"s".Length.Twice()} {Get(true) switch { true => (2).Twice(), _ => 0 }}";
        a = int.MaxValue - 5;
        text += checked($"{(a + 1).Twice()}") + unchecked($@"{(a + 10).Twice()}");
        Source root = new("root");
        text += $"{root.Open("a").Read()} {root.Open("b").Open("c").Name} {string.Join(",", (int[])[1, .. new[] { 2 }, Step("s").Twice()])} {Get(root).Read() + Get(1)}";
        return text + $"""{((Source)new("q")).Open("z").Name} {(new Source().Find("c"))?.Name}""";
    }
}
