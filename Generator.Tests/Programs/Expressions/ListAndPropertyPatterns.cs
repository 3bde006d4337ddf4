// construct: list, property, relational and `var` patterns
// lowered to: awaits in place
internal static partial class Program
{
    [Coroutine]
    private static string Main()
    {
        string text = Get<int[]>([1, 2, 3]) is [var first, .., > 2 and var last] ? $"{first}{last}" : "no";
        text += Get("abc") is { Length: 3 and var length } && Get(length) == 3;
        text += (Get(1), Get("b")) switch
        {
            (0, _) => Get("zero"),
            (1, { Length: > 3 }) => Get("long"),
            (var n, var s) when Get(n) == 1 => s + Get("guarded"),
            _ => "none",
        };
        return text + (Get<object?>("null", null) is not null) + (Get(5) is 1 or 5);
    }
}
