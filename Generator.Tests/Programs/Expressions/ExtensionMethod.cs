// construct: extension methods in both forms of call: `x.F()`, `E.F(x)`
// lowered to: the twin in the same form
internal static partial class Program
{
    [Coroutine]
    private static int Main() => Get(2).Twice().Twice() + Blocking.Twice(3) + 4.Twice();
}
