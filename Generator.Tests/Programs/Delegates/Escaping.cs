// construct: a delegate that blocks and goes to code that is not rewritten
// diagnostic: CG1004
// instead: call it where it is written, or tag what takes it
// stays blocking: the call in the lambda
internal static partial class Program
{
    [Coroutine]
    private static void Main()
    {
        List<int> items = [1, 2];
        items.Sort((a, b) => /*!CG1004*/Get(b) - a);
        Log(items);
        Log(items.Find(n => /*!CG1004*/Get(n) > 1));
        Pause("end");
    }
}
