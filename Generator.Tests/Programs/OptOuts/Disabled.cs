// construct: `[Coroutine(IsEnabled = false)]`
// lowered to: no twin; calls stay as they are
// stays blocking: the calls of the method
internal static partial class Program
{
    [Coroutine]
    private static int Main()
    {
        Step("swapped");
        return Plain();
    }

    [Coroutine(IsEnabled = false)]
    private static int Plain() => Get(1);
}
