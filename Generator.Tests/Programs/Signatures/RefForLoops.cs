// construct: loop variables that are passed by `ref`, with `continue` and `break`
// lowered to: loop variables that are `Ref<int>`
internal static partial class Program
{
    [Coroutine]
    private static int Main()
    {
        int sum = 0;
        for (int i = 0, j = 10; i < j; Step(ref i, ref j))
        {
            if (i == 2) continue;
            sum += i * j;
            if (j < 6) break;
        }

        int k = 0;
        do { Step(ref k, ref sum); }
        while (k < 3);
        return sum;
    }

    [Coroutine]
    private static void Step(ref int i, ref int j)
    {
        Pause("step");
        i++;
        j--;
    }
}
