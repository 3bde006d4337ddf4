// construct: `using` of null, and of several resources of which one fails to open
// lowered to: awaits in place; those that were opened are disposed in turn
internal static partial class Program
{
    private static Source Open(string name) => throw new InvalidOperationException("no " + name);

    [Coroutine]
    private static string Main()
    {
        using (Source? none = new Source().Find(null)) Pause("in");
        try
        {
            using Source first = new Source("a").Open("first");
            using Source second = Open(Get("second"));
            Pause("never");
        }
        catch (InvalidOperationException e)
        {
            return e.Message;
        }

        return "";
    }
}
