// construct: a tagged extension whose receiver is passed by reference or is a span, and one beside a hand-written `FooAsync`
// lowered to: a twin that calls the original; a twin called `FooCoroutine`
// stays blocking: the extension on the reference
// diagnostic: CG1015, CG1018
internal static partial class Program
{
    [Coroutine]
    private static int Main()
    {
        int n = Get(5);
        n./*!CG1018*/Bump();
        return n + n.Next();
    }
}

internal static partial class Numbers
{
    extension(ref int number)
    {
        [Coroutine]
        public void Bump() => number += /*!CG1015*/Get(1);
    }

    extension(int number)
    {
        [Coroutine]
        public int Next() => Get(number + 1);
    }

    public static string NextAsync(int number) => "no twin";
}
