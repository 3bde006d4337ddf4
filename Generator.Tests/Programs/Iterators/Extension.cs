// construct: an iterator that is an extension method
// lowered to: an extension method
internal static partial class Program
{
    [Coroutine]
    private static IEnumerable<int> Doubled(this IEnumerable<int> numbers)
    {
        foreach (int n in numbers) yield return n.Twice();
    }

    [Coroutine]
    private static void Main()
    {
        foreach (int n in new[] { 1, 2 }.Doubled()) Log(n);
        foreach (int n in Doubled([3])) Log(n);
    }
}
