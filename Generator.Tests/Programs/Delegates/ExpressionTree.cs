// construct: a blocking call in an expression tree
// diagnostic: CG1004
// instead: take the call out of the expression
// stays blocking: the call, if anybody compiles the tree
using System.Linq.Expressions;

internal static partial class Program
{
    [Coroutine]
    private static void Main()
    {
        Expression<Func<int>> tree = () => /*!CG1004*/Get(1);
        Log(tree.Compile()());
        Pause("end");
    }
}
