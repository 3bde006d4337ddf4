// construct: the body of an iterator begins with the first value, and goes on only as far as it is asked
// lowered to: the same
internal static partial class Program
{
    [Coroutine]
    private static IEnumerable<int> Endless()
    {
        for (int i = 0; ; i++)
        {
            Log("make " + i);
            yield return Get(i);
        }
    }

    [Coroutine]
    private static void Main()
    {
        Log("start");
        foreach (int n in Endless())
        {
            Log("took " + n);
            if (n == 2) break;
        }
    }
}
