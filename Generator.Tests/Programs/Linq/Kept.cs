// construct: a chain of LINQ with a lambda that blocks, kept in a field for later
// diagnostic: CG1004
// instead: use the chain where it is written
// stays blocking: the lambda, when the chain is used
internal static partial class Program
{
    private static IEnumerable<int> s_later = [];

    [Coroutine]
    private static void Main()
    {
        s_later = new[] { 1, 2 }.Select(n => /*!CG1004*/Get(n));
        Pause("before");
        Log(s_later.ToList());
    }
}
