// construct: `Co.Blocking(() => …)`
// lowered to: the same; the calls in it stay as they are
// stays blocking: what stands in the lambda, while the other fibers go on
internal static partial class Program
{
    [Coroutine]
    private static int Main()
    {
        Step("swapped");
        Co.Blocking(() => Pause("kept"));
        return Co.Blocking(() => Get(1)) + Get(2);
    }
}
