// construct: `foreach` over an iterator whose arguments, receiver and body block
// lowered to: awaits in place
internal static partial class Program
{
    private sealed partial class Reader(string name)
    {
        [Coroutine]
        public IEnumerable<string> Lines(int count)
        {
            while (count-- > 0) yield return Get(name) + count;
        }
    }

    [Coroutine]
    private static void Main()
    {
        foreach (string line in Get("reader", new Reader("r")).Lines(Get(2)))
        {
            if (Get(line).EndsWith('1')) continue;
            Pause("body");
        }

        try
        {
            Fail("x");
        }
        catch (InvalidOperationException)
        {
            foreach (string line in new Reader("c").Lines(1)) Log(line);
        }
        finally
        {
            foreach (string line in new Reader("f").Lines(1)) Log(line);
        }
    }
}
