// construct: extension methods in both forms, nested in each other
// lowered to: awaits in place
internal static partial class Program
{
    [Coroutine]
    private static int Main()
    {
        int n = Get(1).Twice().Twice() + Blocking.Twice(Get(3)) + Blocking.Twice(Blocking.Twice(1)).Twice();
        return n + 5.Twice();
    }
}
