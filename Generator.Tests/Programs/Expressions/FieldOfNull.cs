// construct: `o.F = f()`, where `o` is null
// lowered to: awaits in place
internal static partial class Program
{
    [Coroutine]
    private static int Main()
    {
        Source? none = null;
        try { none!.Field = Get(1); } catch (NullReferenceException) { Log("null"); }
        try { none!.Field += Get(2); } catch (NullReferenceException) { Log("null"); }
        Source some = new("some");
        some.Field = Get(3);
        some.Field += Get(4);
        some.Field = some.Field++ + Get(5);
        return some.Field;
    }
}
