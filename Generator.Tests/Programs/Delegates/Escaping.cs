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
        items.ForEach(n => /*!CG1004*/Pause("each " + n));
        Log(Array.ConvertAll([3, 4], n => /*!CG1004*/Get(n)));
        Lazy<int> lazy = new(() => /*!CG1004*/Get(5));
        Log(lazy.Value);
        items.Sort((a, b) => /*!CG1004*/Get(b) - a);
        Log(items);
        Pause("end");
    }
}
