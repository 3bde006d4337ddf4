// construct: spans in the holes of a string beside a blocking call
// lowered to: a span becomes text at once: `{$"{span}"}`
internal static partial class Program
{
    [Coroutine]
    private static string Main()
    {
        string s = "abcdef";
        string t = $"{s.AsSpan(1, 2)} {Get(1)} {s.AsSpan(3),5}";
        return t + $"{s.AsSpan()}" + Get(2);
    }
}
