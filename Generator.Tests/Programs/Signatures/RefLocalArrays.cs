// construct: locals with array initializers, target-typed values and several declarators, passed by `ref`
// lowered to: `Ref<T>` locals, all those of one declaration together
internal static partial class Program
{
    [Coroutine]
    private static string Main()
    {
        int[] cells = { 1, 2 }, more = [3];
        List<int> list = new() { 4 };
        string? nothing = null, text = default;
        Func<int> f = () => 5;
        double d = 1;
        Replace(ref cells, [9, 9, 9]);
        Replace(ref list, [1, 2, 3, 4]);
        Replace(ref nothing, "some");
        Replace(ref f, () => 6);
        Replace(ref d, 2.5);
        return $"{cells.Length} {more.Length} {list.Count} {nothing} {text} {f()} {d}";
    }

    [Coroutine]
    private static void Replace<T>(ref T place, T value)
    {
        Pause("replace");
        place = value;
    }
}
