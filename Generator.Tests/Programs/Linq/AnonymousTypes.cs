// construct: LINQ through anonymous types, with a lambda that blocks behind them
// diagnostic: CG1004
// instead: use a tuple or a record
// stays blocking: the call in the lambda whose parameter cannot be named
internal static partial class Program
{
    [Coroutine]
    private static void Main()
    {
        Log(new[] { 1, 2 }.Select(n => new { N = n }).Select(x => /*!CG1004*/Get(x.N)).ToList());
        Pause("end");
    }
}
