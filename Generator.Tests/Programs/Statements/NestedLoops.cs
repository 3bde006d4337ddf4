// construct: `break`, `continue` and conditions that block, in nested loops
// lowered to: awaits in place
internal static partial class Program
{
    [Coroutine]
    private static int Main()
    {
        int sum = 0;
        for (int i = Get(0); i < Get(3); i += Get(1))
        {
            int j = 0;
            do
            {
                if (Get(j) == 1) continue;
                if (i == 2) break;
                sum += Get(10);
            }
            while (++j < Get(2));
            while (Get(sum) > 1000) sum = 0;
        }
        return sum;
    }
}
