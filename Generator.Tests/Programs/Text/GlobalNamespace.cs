// construct: types in the global namespace, and a file-scoped one
// lowered to: the same namespace
namespace Some.Where;

internal static partial class Program
{
    [Coroutine]
    internal static int Main() => GlobalWorker.Work() + Get(2);
}
//=== file
internal static partial class GlobalWorker
{
    [Coroutine]
    internal static int Work() => Get(1);
}
