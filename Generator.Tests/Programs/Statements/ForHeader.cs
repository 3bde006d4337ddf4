// construct: all three parts of a `for` block; several variables; closures over the variable
// lowered to: awaits in place
internal static partial class Program
{
    [Coroutine]
    private static string Main()
    {
        List<Func<int>> all = [];
        for (int i = Get(0), j = Get(10); i < j && Get(true); i += Get(4), j = Get(j) - 1)
        {
            int copy = i;
            all.Add(() => copy);
        }
        foreach (int n in new[] { 1, 2 }) { all.Add(() => n); Pause("loop"); }
        return string.Join(",", all.Select(f => f()));
    }
}
