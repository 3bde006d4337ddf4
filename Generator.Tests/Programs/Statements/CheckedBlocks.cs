// construct: `checked` and `unchecked` blocks, local constants, empty statements, blocks
// lowered to: themselves
internal static partial class Program
{
    [Coroutine]
    private static int Main()
    {
        const int Big = int.MaxValue;
        int n = Get(Big);
        unchecked
        {
            n += Get(2);
        }

        ;
        {
            int inner = Get(3);
            n += inner;
        }

        try
        {
            checked
            {
                n -= Get(Big);
                n -= Big;
            }
        }
        catch (OverflowException)
        {
            n = Get(1);
        }

        return n;
    }
}
