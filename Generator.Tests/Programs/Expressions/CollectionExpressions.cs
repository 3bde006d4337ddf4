// construct: `[f(), ..g(), h()]` for arrays, lists, spans, sets
// lowered to: awaits in place
internal static partial class Program
{
    [Coroutine]
    private static string Main()
    {
        int[] array = [Get(1), .. Many(), Get(4)];
        List<int> list = [.. array, Get(5)];
        ReadOnlySpan<int> span = [Get(6), Get(7)];
        int total = span[0] + span[1];
        HashSet<int> set = [Get(1), Get(1)];
        IEnumerable<string> strings = [Get("a"), .. from n in list select n.ToString()];
        return string.Join(",", array) + list.Count + total + set.Count + string.Join("", strings);
    }

    [Coroutine]
    private static int[] Many() => Get("many", new[] { 2, 3 });
}
