// construct: arguments of a link that is not reached
// lowered to: no argument is evaluated when there is no receiver
internal static partial class Program
{
    [Coroutine]
    private static void Main()
    {
        Source? none = null;
        none?.Write(Get(1));
        string? s = null;
        Log(s?.Substring(Get(1)));
        Source some = new("some");
        some?.Write(Get(2));
    }
}
