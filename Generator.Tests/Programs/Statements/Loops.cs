// construct: `while`, `do`, `for`, blocking in header and body, with `break` and `continue`
// lowered to: awaits in place
internal static partial class Program
{
    [Coroutine]
    private static int Main()
    {
        Source source = new();
        int sum = 0;
        while (source.Read() < 4)
        {
            if (source.Count == 2) continue;
            sum += Get(source.Count);
        }

        do
        {
            sum += Get(10);
            if (sum > 30) break;
        }
        while (Get("more", true));

        for (int i = Get(0); Get("for " + i, i) < 2; i += Get(1)) Pause("body " + i);
        return sum;
    }
}
