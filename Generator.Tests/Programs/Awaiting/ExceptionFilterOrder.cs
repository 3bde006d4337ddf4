// construct: filters and `finally` blocks in the order in which they run
// note: the compiler rewrites a `catch` or `finally` that awaits, and filters then still run before inner `finally` blocks, as long as the throw is in the same turn
// lowered to: awaits in place
internal static partial class Program
{
    private static bool Filter(string name)
    {
        Log("filter " + name);
        return name == "outer";
    }

    [Coroutine]
    private static void Main()
    {
        try
        {
            try
            {
                Pause("in");
                throw new InvalidOperationException("x");
            }
            catch (InvalidOperationException) when (Filter("inner"))
            {
                Log("never");
            }
        }
        catch (InvalidOperationException) when (Filter("outer"))
        {
            Pause("caught");
        }
    }
}
