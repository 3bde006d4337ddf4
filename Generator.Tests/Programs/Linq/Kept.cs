// construct: a chain of LINQ with a lambda that blocks, kept for later
// diagnostic: CG1004
// instead: use the chain where it is written
// stays blocking: the lambda, when the chain is used
internal static partial class Program
{
    [Coroutine]
    private static void Main()
    {
        IEnumerable<int> later = new[] { 1, 2 }.Select(n => /*!CG1004*/Get(n));
        Pause("before");
        Log(later.ToList());
    }
}
