// construct: `goto`, labels, `goto case`
// lowered to: themselves
internal static partial class Program
{
    [Coroutine]
    private static int Main()
    {
        int n = 0;
    again:
        n = Get(n + 1);
        if (n < 3) goto again;
        switch (Get(n))
        {
            case 3:
                Pause("three");
                goto case 4;
            case 4:
                Pause("four");
                goto default;
            default:
                n += Step("default");
                break;
        }

        return n;
    }
}
