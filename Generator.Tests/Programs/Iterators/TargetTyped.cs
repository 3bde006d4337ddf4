// construct: `yield return` of what takes its type from the iterator
// lowered to: the same
internal static partial class Program
{
    private sealed record Point(int X, int Y);

    [Coroutine]
    private static IEnumerable<Point?> Points()
    {
        yield return new(1, Get(2));
        yield return null;
        yield return default;
        yield return Get(1) > 0 ? new(3, 4) : null;
    }

    [Coroutine]
    private static IEnumerable<int[]> Arrays()
    {
        yield return [1, Get(2)];
        yield return [];
    }

    [Coroutine]
    private static IEnumerable<long> Longs()
    {
        yield return 1;
        yield return Get(2);
        yield return 'c';
    }

    [Coroutine]
    private static IEnumerable<Func<int, int>> Functions()
    {
        Pause("functions");
        yield return n => n + 1;
    }

    [Coroutine]
    private static void Main()
    {
        foreach (Point? point in Points()) Log(point);
        foreach (int[] array in Arrays()) Log(array.Length);
        foreach (long n in Longs()) Log(n);
        foreach (Func<int, int> f in Functions()) Log(f(1));
        foreach (int n in Longs()) Log(n + 1);
    }
}
