// construct: by-reference calls inside lambdas and local functions that block
// lowered to: a `Ref<int>` in each of the async functions
internal static partial class Program
{
    [Coroutine]
    private static int Main()
    {
        Func<int, int> f = n =>
        {
            int own = n;
            Bump(ref own);
            return own;
        };
        return f(1) + Local(5);

        int Local(int m)
        {
            int own = m;
            Bump(ref own);
            return own * 2;
        }
    }

    [Coroutine]
    private static void Bump(ref int n)
    {
        Pause("bump");
        n++;
    }
}
