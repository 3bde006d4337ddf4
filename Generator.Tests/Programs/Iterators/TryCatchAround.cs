// construct: an iterator with `try`/`catch` between its yields
// lowered to: the same
internal static partial class Program
{
    [Coroutine]
    private static IEnumerable<string> Values()
    {
        foreach (string name in new[] { "a", "b", "c" })
        {
            string value;
            try
            {
                value = name == "b" ? Fail<string>("no " + name) : Get(name);
            }
            catch (InvalidOperationException e) when (e.Message.StartsWith("no"))
            {
                value = Get("caught");
            }

            yield return value;
        }
    }

    [Coroutine]
    private static void Main()
    {
        foreach (string value in Values()) Log(value);
    }
}
