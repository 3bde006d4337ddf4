// construct: a by-reference call in an async local function that captures the variable
// lowered to: the captured local is a `Ref<int>`, which the async local function shares
internal static partial class Program
{
    [Coroutine]
    private static int Main()
    {
        int total = 0;
        Add(1);
        Add(2);
        Pause("end");
        return total;

        void Add(int n)
        {
            Bump(ref total, n);
            if (TryHalf(n, out int half)) total += half;
        }
    }

    [Coroutine]
    private static void Bump(ref int place, int by)
    {
        Pause("bump");
        place += by;
    }

    [Coroutine]
    private static bool TryHalf(int n, out int half)
    {
        half = Get(n / 2);
        return n % 2 == 0;
    }
}
