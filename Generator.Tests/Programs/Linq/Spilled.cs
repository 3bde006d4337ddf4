// construct: chains of LINQ that are awaited in the middle of expressions
// lowered to: awaits in place
internal static partial class Program
{
    [Coroutine]
    private static IEnumerable<int> Numbers(int count)
    {
        for (int i = 1; i <= count; i++) yield return Get(i);
    }

    [Coroutine]
    private static void Main()
    {
        int total = Get(100) + Numbers(2).Sum() * Numbers(2).Count() + Get(1);
        string text = $"{Numbers(1).First()}-{new[] { 1, 2 }.Select(n => Get(n)).First().ToString().Length}";
        Log(Numbers(2).ToList()[1] + Numbers(3).ToArray().Length);
        Log(total + text);
    }
}
