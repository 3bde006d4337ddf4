// construct: top-level statements
// lowered to: intercepted calls; a tagged method stands in `partial class Program`
Co.Run(Program.Main);

internal static partial class Program
{
    [Coroutine]
    internal static int Main()
    {
        Pause("a");
        return Step("b");
    }
}
