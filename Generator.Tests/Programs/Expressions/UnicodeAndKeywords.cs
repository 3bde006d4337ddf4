// construct: `@class`, unicode identifiers
// lowered to: awaits in place
internal static partial class Program
{
    [Coroutine]
    private static int Main()
    {
        int @class = Get(1);
        int été = Get(2);
        int @await1 = @class + été + Get(3);
        return @await1;
    }
}
