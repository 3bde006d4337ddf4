// construct: `catch … when (f())`, where `f` blocks
// diagnostic: CG1012
// instead: decide inside the `catch` block, and rethrow with `throw;`
// stays blocking: the call in the filter
internal static partial class Program
{
    [Coroutine]
    private static void Main()
    {
        try
        {
            Fail("oh");
        }
        catch (InvalidOperationException) when (/*!CG1012*/Get(true))
        {
            Log("caught");
            Pause("in catch");
        }
    }
}
