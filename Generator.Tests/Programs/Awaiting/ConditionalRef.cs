// construct: `ref` conditional and `ref` locals that are not alive across a wait
// lowered to: themselves
internal static partial class Program
{
    [Coroutine]
    private static string Main()
    {
        int a = 1, b = 2;
        bool first = Get(true);
        (first ? ref a : ref b) = 5;
        ref int slot = ref a;
        slot++;
        int n = Get(slot);
        int[] items = [1, 2];
        ref int element = ref items[n - 6];
        element += 10;
        return $"{a} {b} {n} {items[0]}";
    }
}
