// construct: `f(params …)`, with arrays, spans and collections
// lowered to: awaits in place
internal static partial class Program
{
    [Coroutine]
    private static string Main()
    {
        return Array(Get(1), Get(2)) + Span(Get(3), Get(4)) + List(Get(5)) + string.Concat(Get("a"), Get("b"), Get("c"), Get("d"), Get("e")) + Join(Get("f"), Get("g"), Get("h"));
    }

    private static string Array(params int[] n) => string.Join(",", n) + ";";

    private static string Span(params ReadOnlySpan<int> n) => string.Join(",", n.ToArray()) + ";";

    private static string List(params List<int> n) => string.Join(",", n) + ";";
}
