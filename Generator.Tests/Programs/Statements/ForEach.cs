// construct: `foreach` over a list or array, blocking in the source and the body
// lowered to: awaits in place
internal static partial class Program
{
    [Coroutine]
    private static int Main()
    {
        int sum = 0;
        foreach (int n in Get<int[]>([1, 2, 3])) sum += Get(n);
        foreach ((string key, int value) in new Dictionary<string, int> { ["a"] = 1, ["b"] = 2 }) Pause(key + value);
        foreach (char c in Get("xy"))
        {
            if (Get(c) == 'y') break;
        }

        return sum;
    }
}
