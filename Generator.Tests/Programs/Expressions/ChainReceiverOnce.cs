// construct: a receiver of `?.` that has side effects
// lowered to: the receiver is evaluated once
internal static partial class Program
{
    [Coroutine]
    private static void Main()
    {
        Next()?.Write(1);
        Log(Next()?.Read());
        Get<Source?>("null", null)?.Write(3);
    }

    private static Source Next()
    {
        Log("next");
        return new Source("fresh");
    }
}
