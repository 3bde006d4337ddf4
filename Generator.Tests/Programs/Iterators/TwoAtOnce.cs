// construct: two enumerations of one iterator at once
// lowered to: two runs
internal static partial class Program
{
    [Coroutine]
    private static IEnumerable<int> Numbers(int count)
    {
        for (int i = 0; i < count; i++) yield return Get(i);
    }

    [Coroutine]
    private static void Main()
    {
        foreach (int a in Numbers(2))
        {
            foreach (int b in Numbers(2)) Log($"{a}{b}");
        }
    }
}
