// construct: LINQ with lambdas that block is lazy, and goes item by item
// lowered to: the same order
internal static partial class Program
{
    [Coroutine]
    private static void Main()
    {
        List<int> items = [1, 2, 3, 4];
        Log(items.Where(n => Get("where " + n, true)).Select(n => Get("select " + n, n)).First(n => Get("first " + n, n == 2)));
        Log(items.Any(n => Get(n) == 3));
        Log(items.All(n => Get(n) < 2));
        Log(items.TakeWhile(n => Get(n) < 3).Count());
    }
}
