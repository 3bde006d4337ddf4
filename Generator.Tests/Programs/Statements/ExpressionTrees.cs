// construct: blocking calls in an expression tree
// diagnostic: CG1004
// instead: call before, and capture the value
// stays blocking: what runs the tree
internal static partial class Program
{
    [Coroutine]
    private static string Main()
    {
        System.Linq.Expressions.Expression<Func<int>> tree = () => /*!CG1004*/Get(5);
        Pause("a");
        Pause("b");
        return tree.Body.NodeType.ToString() + tree.Compile()();
    }
}
