// construct: `using` statement and declaration over what is disposed without blocking
// lowered to: awaits in place
internal static partial class Program
{
    [Coroutine]
    private static int Main()
    {
        using Source outer = new("outer");
        using (Source inner = outer.Open("inner"), second = outer.Open("second"))
        {
            inner.Read();
            second.Write("x");
        }

        using (outer.Open("third")) Pause("in third");
        return outer.Read();
    }
}
