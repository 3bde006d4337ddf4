// construct: a by-reference argument that no object can refer to: an element of a span, a ref local, a variable of a pattern
// diagnostic: CG1017
// instead: copy it into a local, and back
// stays blocking: the call
internal static partial class Program
{
    private static int s_place = 1;

    [Coroutine]
    private static int Main()
    {
        s_place = Get(1);
        int[] cells = [1, 2, 3];
        /*!CG1017*/Bump(ref cells.AsSpan()[1]);
        ref int alias = ref cells[2];
        /*!CG1017*/Bump(ref alias);
        object o = 5;
        if (o is int n) /*!CG1017*/Bump(ref n);
        else n = 0;
        /*!CG1017*/Bump(ref Place());
        return cells[1] + cells[2] + n + s_place;
    }

    private static ref int Place() => ref s_place;

    [Coroutine]
    private static void Bump(ref int n)
    {
        Pause("bump");
        n++;
    }
}
