// construct: `a?.P = f()`
// lowered to: awaits in place; the right side is not evaluated when there is no receiver
internal static partial class Program
{
    [Coroutine]
    private static int? Main()
    {
        Source? some = new("some");
        Source? none = null;
        some?.Field = Get(5);
        none?.Field = Get(6);
        some?.Field += Get(7);
        return some?.Field;
    }
}
