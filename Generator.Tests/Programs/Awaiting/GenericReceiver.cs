// construct: a method of a type parameter's value, whose argument blocks: `item.Add(g())`
// lowered to: awaits in place
internal static partial class Program
{
    private interface ICounter
    {
        int Count { get; set; }

        int Add(int n);
    }

    private struct Counter : ICounter
    {
        public int Count { get; set; }

        public int Add(int n) => Count += n;
    }

    private sealed class Counted : ICounter
    {
        public int Count { get; set; }

        public int Add(int n) => Count += n;
    }

    [Coroutine]
    private static string Both<T>(T item) where T : ICounter
    {
        T[] items = [item];
        int a = item.Add(Get(2));
        int b = items[Get(0)].Add(Get(3));
        item.Count += Get(4);
        return $"{a} {b} {item.Count} {items[0].Count} ";
    }

    [Coroutine]
    private static string Main()
    {
        return Both(new Counter { Count = 1 }) + Both(new Counted { Count = 1 });
    }
}
