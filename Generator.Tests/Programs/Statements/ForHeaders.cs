// construct: `for` with several variables, without a condition, with blocking parts
// lowered to: awaits in place
internal static partial class Program
{
    [Coroutine]
    private static int Main()
    {
        int sum = 0;
        for (int i = Get(0), j = Get(3); i < j; i += Get(1), j--) sum += Get(i * j);
        for (; ; )
        {
            if (Get(++sum) > 8) break;
        }

        for (Source source = new(); source.Read() < 3; source.Write(sum)) sum++;
        return sum;
    }
}
