// construct: `dynamic` values beside blocking calls
// lowered to: awaits in place
internal static partial class Program
{
    [Coroutine]
    private static int Main()
    {
        dynamic d = Get(5);
        dynamic s = Get<object>("s", "text");
        int n = d + Get(1);
        return s.Length + n + (int)(d * Get(2));
    }
}
