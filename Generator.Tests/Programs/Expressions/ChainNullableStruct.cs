// construct: `n?.f()`, where `n` is a nullable struct
// lowered to: `(n is { } c ? await c.fAsync() : default(int?))`
internal static partial class Program
{
    [Coroutine]
    private static int? Main()
    {
        Pause("one");
        Pause("two");
        ReadingStruct? some = new ReadingStruct("some");
        ReadingStruct? none = null;
        return some?.Read() + 100 * (none?.Read() ?? 5);
    }
}
