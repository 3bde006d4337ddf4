// construct: a chain as the body of a lambda or local function that is awaited
// lowered to: a block with an `if`, or a conditional
internal static partial class Program
{
    [Coroutine]
    private static int? Main()
    {
        Source? some = new("some");
        Source? none = null;
        Action write = () => some?.Write(1);
        Func<int?> read = () => none?.Read() ?? some?.Read();
        void Local(Source? s) => s?.Write(2);
        int? Number(Source? s) => s?.Read();
        write();
        Local(some);
        Local(none);
        return read() + Number(some);
    }
}
