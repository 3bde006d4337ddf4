// construct: method groups in LINQ over an iterator
// lowered to: they stay
internal static partial class Program
{
    private static bool IsOdd(int n) => n % 2 == 1;

    [Coroutine]
    private static IEnumerable<int> Numbers()
    {
        for (int i = 0; i < 4; i++) yield return Get(i);
    }

    [Coroutine]
    private static void Main()
    {
        Log(Numbers().Where(IsOdd).ToList());
        Log(Numbers().Select(Math.Abs).ToArray());
    }
}
