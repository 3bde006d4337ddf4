// construct: `[Obsolete]` members, errors among them
// lowered to: twins that are obsolete too
internal static partial class Program
{
    [Coroutine]
    private static int Main()
    {
    #pragma warning disable CS0612
        return Middle();
    #pragma warning restore CS0612
    }

    [Coroutine, Obsolete]
    private static int Middle() => Old(1) + Older(2);

    [Coroutine, Obsolete("use New")]
    private static int Old(int n) => Get(n);

    [Coroutine, Obsolete("never", true)]
    private static int Older(int n) => Get(n + 1);
}
