// construct: an iterator of another assembly
// lowered to: its twin there
internal static partial class Program
{
    [Coroutine]
    private static void Main()
    {
        foreach (int n in Library.Numbers(2)) Log(n);
        foreach (string text in new Texts()) Log(text);
    }
}
//=== library
public static partial class Library
{
    [Coroutine]
    public static IEnumerable<int> Numbers(int count)
    {
        for (int i = 0; i < count; i++) yield return Get(i);
    }
}

public partial class Texts
{
    [Coroutine]
    public IEnumerator<string> GetEnumerator()
    {
        yield return Get("a");
        yield return Get("b");
    }
}
