// construct: list, property, positional, relational patterns over a blocking input
// lowered to: awaits in place
internal static partial class Program
{
    [Coroutine]
    private static string Main()
    {
        string Kind(object? o) => o switch
        {
            null => "null",
            int and > 5 and not 7 => "big",
            int n when n == Get(3) => "three",
            string { Length: 2 } s => "two " + s,
            int[] and [1, .., var last] => "list " + last,
            (int a, _) => "pair " + a,
            _ => "other",
        };
        string all = "";
        foreach (object? o in new object?[] { null, 6, 3, 7, "ab", new[] { 1, 2, 9 }, (4, 5), 1.5 }) all += Kind(Get<object?>("o", o)) + ";";
        if (Get<object>("p", new[] { 1, 2 }) is int[] and [var first, ..] && first == Get(1)) all += first;
        return all;
    }
}
