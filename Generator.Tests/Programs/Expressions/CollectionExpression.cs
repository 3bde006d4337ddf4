// construct: `[f(), .. g(), h()]`
// lowered to: awaits in place
internal static partial class Program
{
    [Coroutine]
    private static int[] Main()
    {
        List<int> list = [Get(1), .. Get<int[]>([2, 3]), Get(4)];
        int[] array = [.. list, Get(5)];
        return array;
    }
}
