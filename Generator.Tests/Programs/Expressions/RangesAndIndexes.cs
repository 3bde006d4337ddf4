// construct: `xs[f()..g()]`, `xs[^f()]`
// lowered to: awaits in place
internal static partial class Program
{
    [Coroutine]
    private static string Main()
    {
        int[] xs = [1, 2, 3, 4, 5];
        string text = "abcdef";
        int[] part = xs[Get(1)..Get(4)];
        Range range = Get(0)..^Get(1);
        return string.Join(',', part) + xs[^Get(1)] + text[Get(2)..] + text[..^Get(3)] + string.Join(',', xs[range]) + xs[^Get(2)]++ + xs[3];
    }
}
