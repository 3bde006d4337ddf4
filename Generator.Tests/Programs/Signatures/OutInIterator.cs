// construct: by-reference calls inside an iterator
// lowered to: `Ref<int>` and `Ref<string>` in the private coroutine that has the body
internal static partial class Program
{
    [Coroutine]
    private static string Main()
    {
        string log = "";
        foreach (string line in Lines(2)) log += line;
        return log;
    }

    [Coroutine]
    private static IEnumerable<string> Lines(int count)
    {
        int n = 0;
        while (TryRead(ref n, out var line))
        {
            yield return line + n;
            if (n >= count) yield break;
        }
    }

    [Coroutine]
    private static bool TryRead(ref int n, out string line)
    {
        line = "line" + Get(n);
        n++;
        return true;
    }
}
