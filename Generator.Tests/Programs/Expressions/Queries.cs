// construct: query expressions over a blocking source, with `join`
// lowered to: awaits in place
internal static partial class Program
{
    [Coroutine]
    private static string Main()
    {
        var q = from n in Get("ns", new[] { 1, 2, 3 }) where n > 1 select n * 10;
        var j = from n in Get("a", new[] { 1, 2 }) join m in Get("b", new[] { 2, 3 }) on n equals m select n + m;
        return string.Join(",", q) + ";" + string.Join(",", j);
    }
}
