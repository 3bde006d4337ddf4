// construct: `[Coroutine(KeepBlocking = ["Fetch"])]`
// lowered to: calls of these members stay as they are
// stays blocking: what is named
internal static partial class Program
{
    [Coroutine(KeepBlocking = ["Pause", "Service.Ask"])]
    private static int Main()
    {
        Step("swapped");
        Pause("kept");
        return Service.Ask() + Get(1);
    }
}

internal static partial class Service
{
    [Coroutine]
    public static int Ask() => Get(2);
}
