// construct: overloads of an iterator
// lowered to: a twin of each
internal static partial class Program
{
    [Coroutine]
    private static IEnumerable<int> Values(int n)
    {
        yield return Get(n);
    }

    [Coroutine]
    private static IEnumerable<string> Values(string s)
    {
        yield return Get(s);
        foreach (int n in Values(s.Length)) yield return n.ToString();
    }

    [Coroutine]
    private static void Main()
    {
        foreach (string s in Values("abc")) Log(s);
    }
}
