// construct: calls in calls in calls
// lowered to: awaits in place
internal static partial class Program
{
    [Coroutine]
    private static int Main()
    {
        return Get(Get(Get(1) + Get(2)) + Add(Get(3), Add(Get(4), c: Get(5)))).Twice().Twice();
    }
}
