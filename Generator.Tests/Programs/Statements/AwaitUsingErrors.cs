// construct: exceptions in the body, and in the end, of a `using`
// lowered to: `await using`
internal static partial class Program
{
    [Coroutine]
    private static void Main()
    {
        try { using (new AsyncSource("a")) { Fail("body"); } } catch (InvalidOperationException e) { Log(e.Message); }
        try { using AsyncSource b = new("b"); throw new IOException(Get("thrown")); } catch (IOException e) { Log(e.Message); }
        AsyncSource? none = null;
        using (none) Pause("none");
        using AsyncSource? other = null;
        Pause("end");
    }
}
