// construct: an iterator with names that could clash with those of its twin
// lowered to: names that do not
internal static partial class Program
{
    [Coroutine]
    private static IEnumerable<int> Values(int @yield, int __yield)
    {
        int value = Get(@yield);
        yield return value;
        int __yield_ = Get(__yield);
        yield return __yield_;
    }

    [Coroutine]
    private static void Main()
    {
        foreach (int value in Values(1, 2)) Log(value);
    }
}
