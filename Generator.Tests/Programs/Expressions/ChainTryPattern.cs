// construct: `a?.f(out var x) == true`, where an argument blocks
// lowered to: awaits in place
internal static partial class Program
{
    [Coroutine]
    private static int Main()
    {
        Pause("one");
        Pause("two");
        Dictionary<string, int>? some = new() { ["k"] = 5 };
        Dictionary<string, int>? none = null;
        int sum = 0;
        if (some?.TryGetValue(Get("k"), out int value) == true) sum += value;
        if (none?.TryGetValue(Get("k"), out int other) == true) sum += other;
        return sum;
    }
}
