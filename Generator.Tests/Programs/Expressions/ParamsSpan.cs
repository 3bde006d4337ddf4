// construct: `params ReadOnlySpan<T>` and `params IEnumerable<T>`
// lowered to: awaits in place
internal static partial class Program
{
    private static string Span(params ReadOnlySpan<int> numbers) => string.Join(',', numbers.ToArray());

    private static string Sequence(params IEnumerable<string> items) => string.Concat(items);

    [Coroutine]
    private static string Main()
    {
        return Span(Get(1), 2, Get(3)) + Sequence(Get("a"), Get("b")) + Span() + Span([Get(4), .. new[] { 5, Get(6) }]);
    }
}
