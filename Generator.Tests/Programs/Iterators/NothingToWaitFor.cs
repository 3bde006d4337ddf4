// construct: an iterator without a blocking call
// lowered to: its twin hands on the values of the original
internal static partial class Program
{
    [Coroutine]
    private static IEnumerable<int> Plain(int count)
    {
        for (int i = 0; i < count; i++) yield return i;
        Log("end");
    }

    [Coroutine]
    private static IEnumerator<int> PlainRun()
    {
        yield return 1;
    }

    [Coroutine]
    private static void Main()
    {
        foreach (int n in Plain(3)) Log(Get(n));
        foreach (int n in Plain(3))
        {
            if (n == 1) break;
        }
    }
}
