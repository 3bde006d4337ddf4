// construct: an iterator that changes ambient state
// lowered to: it runs in the consumer's fiber, and so in its ambient state
internal static partial class Program
{
    private static readonly AsyncLocal<int> s_depth = new();

    [Coroutine]
    private static IEnumerable<int> Numbers()
    {
        s_depth.Value++;
        yield return Get(s_depth.Value);
        s_depth.Value++;
        yield return Get(s_depth.Value);
    }

    [Coroutine]
    private static int Main()
    {
        s_depth.Value = 10;
        foreach (int n in Numbers())
        {
            Log(n);
            s_depth.Value *= 2;
        }

        return s_depth.Value;
    }
}
