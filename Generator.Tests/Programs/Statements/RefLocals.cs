// construct: ref locals that do not live across a call
// lowered to: awaits in place
internal static partial class Program
{
    [Coroutine]
    private static int Main()
    {
        int[] a = [1, 2, 3];
        ref int first = ref a[0];
        first = 10;
        Pause("one");
        foreach (ref int n in a.AsSpan()) n++;
        Pause("two");
        {
            ref int last = ref a[^1];
            last *= 2;
        }
        Span<int> slice = a.AsSpan(1);
        int sum = slice[0] + slice[1];
        Pause("three");
        return sum + a[0];
    }
}
