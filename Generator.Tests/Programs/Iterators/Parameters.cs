// construct: an iterator that changes its parameters
// lowered to: each enumeration begins with those of the call
internal static partial class Program
{
    [Coroutine]
    private static IEnumerable<int> Down(int from, string name = "n", params int[] more)
    {
        while (from > 0)
        {
            Pause(name + from);
            yield return from--;
        }

        foreach (int n in more) yield return n;
    }

    [Coroutine]
    private static void Main()
    {
        foreach (int a in Down(2))
        {
            foreach (int b in Down(a, name: "m", 7, 8)) Log(a * 10 + b);
        }
    }
}
